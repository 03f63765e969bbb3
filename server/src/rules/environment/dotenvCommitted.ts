import { type DotenvFile, uploadedDotenvFiles } from '../../deployment/dotenvFiles.ts';
import { deployedModules } from '../../deployment/importClosure.ts';
import { type DotenvEntry, dotenvEntries } from '../../documents/dotenv.ts';
import { documentAt } from '../../project/files.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { type Project, vercelJsonOf } from '../../project/project.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

const main = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\napp = 1\n';
const git = '-- .git/HEAD\nref: refs/heads/main\n';
const secrets = '# settings\n«STRIPE_KEY»=sk_live_qL7vT2\nDEBUG=0\n';

export default defineRule({
  name: 'dotenv-committed',
  area: 'environment',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A `.env` with real values is deployed with the code.',
  why: 'Vercel leaves out `.env.local`, but not `.env`: it is uploaded and put into the bundle of every function, where each reader of the repository, and whoever finds a way to read a file of the function, finds the values. `vercel` does not look at .gitignore, so a file that git leaves out is still uploaded from your machine.',
  ignore: 'Nothing in it is secret.',
  source: 'https://vercel.com/docs/deployments/vercel-ignore',
  examples: [
    {
      files: `${main}${git}-- .env\n${secrets}`,
      fixed: `${main}${git}-- .env\n${secrets.replace(/[«»]/g, '')}-- .vercelignore\n.env\n`,
    },
    {
      files: `-- .vercelignore\ntests\n${git}${main.replaceAll('main.py', 'api/main.py')}-- api/.env.production\nexport «DB_PASSWORD»="q7Lw2fRz"\n`,
      fixed: `-- .vercelignore\ntests\n/api/.env.production\n${git}${main.replaceAll('main.py', 'api/main.py')}-- api/.env.production\nexport DB_PASSWORD="q7Lw2fRz"\n`,
    },
    {
      files: `${main}${git}-- .gitignore\n*.log\n.env\n-- .env\n${secrets}`,
      note: 'an information: git leaves it out, `vercel` on this machine does not',
    },
    {
      files: `${main}-- .env\nMAIL_TOKEN=\n${secrets}`,
      note: 'an information: a .gitignore above this folder may keep it out of the repository',
    },
    { files: `${main}-- .vercelignore\n.env*\n-- .env\n${secrets.replace(/[«»]/g, '')}` },
    { files: `${main}-- .env.local\n${secrets.replace(/[«»]/g, '')}`, note: 'Vercel leaves it out by itself' },
    {
      files: `${main}-- .env\nDEBUG=true\nPORT=8000\nNEXT_PUBLIC_MAP=9f8c1e7ab24d\nAPI_KEY=\nTOKEN=your-token-here\nDATABASE_URL=postgres://app:app@localhost/app\n`,
      note: 'nothing in it is secret',
    },
    { files: `${main}-- .env.example\n${secrets.replace(/[«»]/g, '')}` },
    { files: `${main}-- .env\nSTRIPE_KEY\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    for (const file of uploadedDotenvFiles(context.project, context.deployment)) {
      const entry = realValueIn(context.project, file);
      if (!entry || isExcluded(context.project)) continue;
      const name = relativeTo(context.project.root, file.path);
      yield {
        path: file.path,
        span: entry.nameSpan,
        ...(file.inRepository && !file.ignored ? {} : { severity: 'info' as const }),
        message: messageFor(file, entry, name),
        fixes: [fixFor(context, name)],
      };
    }
  },
});

function messageFor({ ignored, inRepository }: DotenvFile, entry: DotenvEntry, name: string): string {
  const advice = `Add ${name} to .vercelignore.`;
  if (ignored) return `Git leaves ${name} out, but \`vercel\` uploads it from here into each function. ${advice}`;
  return inRepository
    ? `\`${entry.name}\` is deployed with this file, for each function to read. ${advice}`
    : `\`vercel\` uploads this file, with \`${entry.name}\`, from here into each function. ${advice}`;
}

/** The first entry with a value that somebody would not want others to have. */
function realValueIn({ files }: Project, { path }: DotenvFile): DotenvEntry | undefined {
  return dotenvEntries(files.source(path)?.text ?? '').find(
    ({ name, value }) => value.length > 3 && !harmless.test(name) && !plain.test(value) && !isPlaceholder(value),
  );
}

const harmless =
  /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|PUBLIC_|PYTHON|UV_|PIP_)|^(?:DEBUG|PORT|HOST|NAME|MODE|TZ|DJANGO_SETTINGS_MODULE)$|(?:^|_)(?:ENV|ENVIRONMENT|LEVEL|NAME|VERSION|REGION|PREFIX|MODEL|ORIGINS?|HOSTS?|APP|DEBUG|PATH|DIR|ALGORITHM)$/;

/** Switches, numbers, and addresses on the own machine or without a password. */
const plain =
  /^(?:true|false|yes|no|on|off|none|null|[\d.,:-]+)$|localhost|127\.0\.0\.1|^https?:\/\/[^\s@?]*$|^sqlite:/i;

/** Whether a setting of a function keeps such files out of its bundle. */
function isExcluded(project: Project): boolean {
  return /"excludeFiles"\s*:\s*"[^"]*\.env/.test(vercelJsonOf(project)?.text ?? '');
}

/** Safe where no code looks for such a file: then nothing misses it. */
function fixFor({ project, deployment }: RuleContext, name: string): Fix {
  const ignoreFile = inside(project.root, '.vercelignore');
  const text = project.files.source(ignoreFile)?.text ?? '';
  const ending = lineEndingOf(text);
  const line = name.includes('/') ? `/${name}` : name;
  const before = text === '' || /[\r\n]$/.test(text) ? '' : ending;
  const isRead = [...deployedModules(project, deployment).keys()].some((module) =>
    /dotenv|env_file|environs|decouple|read_env|\.env\b|Config\(/.test(
      documentAt(project.files, module, 'python')?.text ?? '',
    ),
  );
  const end = { start: text.length, end: text.length };
  const exists = project.files.has(ignoreFile);
  return {
    title: `Add ${name} to .vercelignore`,
    safety: isRead ? 'unsafe' : 'safe',
    files: [
      exists
        ? { path: ignoreFile, edits: [{ span: end, newText: `${before}${line}${ending}` }] }
        : { path: ignoreFile, create: `${line}\n` },
    ],
  };
}
