import { deployedModules } from '../../deployment/importClosure.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import { presetManifests, presetTitles } from '../../facts/frameworks.ts';
import { documentAt } from '../../project/files.ts';
import { inside, nameOf } from '../../project/paths.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const main = '-- main.py\nfrom starlette.applications import Starlette\n\napp = Starlette()\n';

export default defineRule({
  name: 'framework-guessed-from-text',
  area: 'handler',
  subject: 'project',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: 'The framework preset is chosen by a comment or by part of another package’s name.',
  why: 'A first deployment searches the text of the manifests for "fastapi", "flask" and "django", comments and longer names included. The preset decides where an application is looked for, what the build does beside it, and whether files below `api` become functions.',
  ignore: 'The preset does not matter where Vercel finds the application all the same.',
  source: 'https://vercel.com/docs/frameworks/backend',
  examples: [
    { files: `-- requirements.txt\nstarlette\n# moved away from «fastapi»\n${main}` },
    { files: `-- requirements.txt\nstarlette\n«Flask»-Cors==4.0.0\n${main}` },
    {
      files: `-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\ndependencies = ["starlette", "«django»-environ"]\n${main}`,
    },
    { files: `-- requirements.txt\nFlask-Cors\nflask==3.0\n${main}`, note: 'the package itself is there as well' },
    {
      files: '-- requirements.txt\nflask-cors\n-- main.py\nfrom flask import Flask\n\napp = Flask(__name__)\n',
      note: 'the code imports it: another package brings it',
    },
    {
      files: `-- vercel.json\n{ "framework": "python" }\n-- requirements.txt\nstarlette\n# no fastapi\n${main}`,
      note: 'vercel.json decides',
    },
    { files: `-- requirements.txt\nstarlette\nFas\n${main}`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { evidence, python } = context.deployment.framework;
    if (!evidence || python === null || python === 'python' || !manifests.includes(nameOf(evidence.path))) return;
    const text = context.project.files.source(evidence.path)?.text;
    if (text === undefined || isListed(python, context) || isImported(python, context)) return;
    const title = presetTitles[python];
    yield {
      path: evidence.path,
      span: evidence.span,
      message: `Vercel takes this for a ${title} project because of ${whereOf(text, evidence.span)}. If it is none, set \`framework\` in vercel.json.`,
    };
  },
});

const manifests: readonly string[] = presetManifests;

/** "a comment", or the longer name that the text is a part of. */
function whereOf(text: string, { start, end }: Span): string {
  const line = lineAt(text, start);
  if (/(?:^|\s)#/.test(text.slice(line.start, start))) return 'a comment';
  const before = /[\w.-]*$/.exec(text.slice(line.start, start))?.[0] ?? '';
  const after = /^[\w.-]*/.exec(text.slice(end, line.end))?.[0] ?? '';
  return `\`${before}${text.slice(start, end)}${after}\``;
}

/** Whether a manifest in the root folder names the package by itself, outside comments. */
function isListed(name: string, { project }: RuleContext): boolean {
  const alone = new RegExp(`(?<![\\w.-])${name}(?![\\w.-])`, 'i');
  return manifests.some((manifest) => {
    const text = project.files.source(inside(project.root, manifest))?.text ?? '';
    return alone.test(text.replace(/(?:^|(?<=\s))#.*/gm, ''));
  });
}

/** Whether the code that is deployed imports the package. */
function isImported(name: string, { project, deployment }: RuleContext): boolean {
  const isIt = (module: string) => module.split('.')[0] === name;
  return [...deployedModules(project, deployment).keys()].some((path) => {
    const document = documentAt(project.files, path, 'python');
    return (
      document !== undefined &&
      importTimeStatements(document).some(
        ({ statement }) =>
          (statement.kind === 'import' && statement.names.some((one) => isIt(one.name))) ||
          (statement.kind === 'importFrom' && statement.level === 0 && isIt(statement.module)),
      )
    );
  });
}
