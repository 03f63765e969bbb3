import type { ClosureEntry } from '../../deployment/importClosure.ts';
import { deployedModules } from '../../deployment/importClosure.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { type CallSite, calls, environmentReads, isClosed } from '../../documents/python/scope.ts';
import { jsonAt } from '../../documents/vercelJson.ts';
import { isPresent } from '../../facts/vercelVariables.ts';
import { documentAt } from '../../project/files.ts';
import { vercelJsonOf } from '../../project/project.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { hasBundledEnvFile } from './envFile.ts';
import { requiredBySettings } from './pydanticSettings.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'env-required-at-import',
  area: 'environment',
  subject: 'python',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'A variable without which the entrypoint cannot be imported.',
  why: 'Where the variable is not set in the Vercel project, for the environment that is deployed, the import ends with a KeyError or a ValidationError and every request answers 500. What is set there, the files do not tell; a change counts from the next deployment on.',
  ignore: 'The variable is set for production and for previews.',
  source: 'https://vercel.com/docs/environment-variables',
  examples: [
    {
      files: `${head}import os\n\nSECRET = «os.environ["SECRET_KEY"]»\nAGAIN = os.environ["SECRET_KEY"]\n`,
      note: 'once for each variable',
    },
    {
      files: `${head}from app.settings import settings
-- app/settings.py
from pydantic_settings import BaseSettings, SettingsConfigDict

class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="APP_")
    secret_key: str
    database_url: str
    debug: bool = False

settings = «Settings()»
`,
    },
    {
      files: `${head}import os\n\nSECRET = os.environ.get("SECRET_KEY")\n\ndef key():\n    return os.environ["KEY"]\n`,
    },
    {
      files: `${head}import os\n\nREGION = os.environ["VERCEL_REGION"]\nif REGION:\n    KEY = os.environ["KEY"]\n`,
      note: 'set by Vercel, or read in some cases only',
    },
    {
      files: `-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "env": { "MODE": "live" } }\n-- main.py\nimport os\n\nMODE = os.environ["MODE"]\n`,
      note: 'vercel.json sets it',
    },
    {
      files: `${head}import os\n\nos.environ["TOKENIZERS"] = "false"\nMODE = os.environ["TOKENIZERS"]\n`,
      note: 'the code sets it',
    },
    {
      files: `${head}from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    key: str = ""\n\nsettings = Settings()\n`,
    },
    { files: `${head}import os\n\nKEY = os.environ["`, note: 'half typed' },
  ],

  *check(document, context) {
    const required = requirementsIn(document, context);
    if (required.length === 0 || hasBundledEnvFile(context)) return;
    const closure = deployedModules(context.project, context.deployment);
    if (closure.get(context.path)?.conditional !== false) return;
    const seen = readBefore(context, closure);
    for (const { span, names } of required) {
      const fresh = names.filter((name) => !seen.has(name));
      for (const name of fresh) seen.add(name);
      if (fresh.length === 0) continue;
      yield { span, message: messageFor(fresh) };
    }
  },
});

function messageFor(names: readonly string[]): string {
  const [first] = names;
  if (names.length === 1) return `Without ${first} the function dies at start. Set it in the Vercel project.`;
  const listed = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `Without ${listed}${more} the function dies at start. Set them in the Vercel project.`;
}

interface Required {
  readonly span: Span;
  readonly names: readonly string[];
}

/** What importing the module cannot do without, in the order of the text. */
function requirementsIn(document: PythonDocument, context: RuleContext): Required[] {
  const isSet = (name: string) => isPresent(name) || isSetInVercelJson(context, name) || isSetInCode(document, name);
  const reads = environmentReads(document).filter(
    (read) => read.required && read.atImport && !read.conditional && /^\w+$/.test(read.name),
  );
  const settings = calls(document).filter(
    (site) => site.atImport && !site.conditional && isClosed(document, site.call),
  );
  return [
    ...reads.map(({ span, name }) => ({ span, names: [name] })),
    ...settings.map((site: CallSite) => ({ span: site.call.span, names: requiredBySettings(document, site) })),
  ]
    .map(({ span, names }) => ({ span, names: names.filter((name) => !isSet(name)) }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => a.span.start - b.span.start);
}

/** The names that modules nearer to the entrypoint need already. */
function readBefore(context: RuleContext, closure: ReadonlyMap<string, ClosureEntry>): Set<string> {
  const names = new Set<string>();
  for (const [path, { conditional }] of closure) {
    if (path === context.path) break;
    const document = conditional ? undefined : documentAt(context.project.files, path, 'python');
    if (!document) continue;
    for (const required of requirementsIn(document, context)) for (const name of required.names) names.add(name);
  }
  return names;
}

function isSetInVercelJson({ project }: RuleContext, name: string): boolean {
  const document = vercelJsonOf(project);
  return document !== undefined && jsonAt(document, ['env', name]) !== undefined;
}

/** Whether the module itself puts a value there, in whatever way. */
function isSetInCode({ text }: PythonDocument, name: string): boolean {
  return new RegExp(
    `environ(?:\\[\\s*["']${name}["']\\s*\\]\\s*=[^=]|\\.setdefault\\(\\s*["']${name}["'])|putenv\\(`,
  ).test(text);
}
