import { mayBeFunction } from '../../deployment/apiFunctions.ts';
import { type FunctionPatterns, functionPatternsOf } from '../../deployment/functionPatterns.ts';
import { variableIn } from '../../deployment/servedVariable.ts';
import { removal, replacement } from '../../documents/jsonEdit.ts';
import { type JsonProperty, spanOf, type VercelJson } from '../../documents/vercelJson.ts';
import { documentAt } from '../../project/files.ts';
import { inside, nameOf } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { isGlob } from '../../text/glob.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Fix } from '../rule.ts';
import { outermostEmptied } from './emptied.ts';
import { functionProperties, relativePattern } from './functionKeys.ts';

const settings = '{ "maxDuration": 30 }';
const index = '-- api/index.py\napp = 1\n';
const fastapi = '-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n';

export default defineRule({
  name: 'function-pattern-unmatched',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'A key under `functions` matches no function.',
  why: 'Without a framework preset the build stops: "The pattern ... defined in `functions` doesn\'t match any Serverless Functions inside the `api` directory." Beside a Python preset, which makes one function of the whole application, the key is passed over and its settings have no effect.',
  source: 'https://vercel.com/docs/errors/error-list#unmatched-function-pattern',
  examples: [
    {
      files: `-- vercel.json\n{\n  "functions": { «"api/indx.py"»: ${settings} }\n}\n${index}`,
      fixed: `-- vercel.json\n{\n  "functions": { "api/index.py": ${settings} }\n}\n${index}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "api/*.py": ${settings}, «"app/**/*.py"»: ${settings} } }\n${index}`,
      fixed: `-- vercel.json\n{ "functions": { "api/*.py": ${settings} } }\n${index}`,
    },
    {
      files: `-- vercel.json\n{ "framework": null, "functions": { «"api/tools.py"»: ${settings} } }\n-- api/tools.py\ndef add(a, b):\n    return a + b\n`,
      note: 'the file is there, but it is no function',
    },
    {
      files: `-- vercel.json\n{ "functions": { «"api/index.py"»: ${settings} } }\n${fastapi}`,
      fixed: `-- vercel.json\n{ "functions": { "main.py": ${settings} } }\n${fastapi}`,
      note: 'a warning: the preset makes one function, of main.py',
    },
    { files: `-- vercel.json\n{ "functions": { "api/**/*.py": ${settings} } }\n${index}` },
    { files: `-- vercel.json\n{ "functions": { "main.py": ${settings} } }\n${fastapi}` },
    {
      files: `-- vercel.json\n{ "framework": null, "functions": { "api/index.py": ${settings} } }\n-- api/index.py\napp = 1\ndef add(`,
      note: 'half typed: the file is a function again once it parses',
    },
    {
      files: `-- vercel.json\n{ "functions": { "api/x.ts": ${settings} } }\n-- api/x.ts\nexport default () => {};\n`,
      note: 'a function in another language',
    },
    {
      files: `-- vercel.json\n{ "functions": { "app/api/chat/route.ts": ${settings} } }\n-- package.json\n{ "dependencies": { "next": "15.0.0" } }\n${index}`,
      note: 'Next.js makes functions of its own',
    },
    { files: `-- vercel.json\n{ "functions": { "api/in": { "maxDur\n${index}`, note: 'half typed' },
  ],

  *check(document, { project, deployment }) {
    const use = functionPatternsOf(project, deployment);
    const properties = functionProperties(document);
    if (!use || properties.length !== use.patterns.length) return;
    for (const [position, { pattern, fits }] of use.patterns.entries()) {
      const property = properties[position];
      const isOther = relativePattern(pattern) !== pattern || /^(?:src\/)?(?:middleware|proxy)\b/.test(pattern);
      if (!property || fits.length > 0 || isOther || isBroken(project, pattern)) continue;
      yield {
        span: spanOf(property.key),
        ...(use.whenUnused === 'error' ? {} : { severity: 'warning' as const }),
        message: messageFor(project, pattern, use),
        fixes: fixesFor(document, property, use),
      };
    }
  },
});

function messageFor(project: Project, pattern: string, { functions, whenUnused }: FunctionPatterns): string {
  if (whenUnused === 'ignored') {
    return `\`${pattern}\` has no effect: the preset makes its function of ${functions[functions.length - 1]}. Name that file, or remove the key.`;
  }
  const reason = project.files.has(inside(project.root, pattern)) ? whyNone(project, pattern) : undefined;
  return reason === undefined
    ? `\`${pattern}\` matches no function, and the build stops. Name a file that is one, or remove the key.`
    : `\`${pattern}\` is no function: ${reason}. The build stops, so remove the key.`;
}

/** Whether the key names a file that does not parse: its syntax is the fault then, and the key is right. */
function isBroken({ root, files }: Project, name: string): boolean {
  return name.endsWith('.py') && documentAt(files, inside(root, name), 'python')?.vercel?.valid === false;
}

/** Why a file that is there does not become a function. */
function whyNone({ root, files }: Project, name: string): string | undefined {
  if (!name.startsWith('api/')) return 'it lies outside the `api` folder';
  if (!mayBeFunction(name)) return 'its name starts with a dot or an underscore';
  const hasNone = name.endsWith('.py') && variableIn(files, inside(root, name)) === undefined;
  return hasNone ? 'it binds no `app` and no `class handler`' : undefined;
}

function fixesFor({ text }: VercelJson, property: JsonProperty, use: FunctionPatterns): Fix[] {
  const meant = meantFunction(property.name, use);
  const rename: Fix[] =
    meant === undefined
      ? []
      : [{ title: `Change to "${meant}"`, safety: 'unsafe', edits: replacement(property.key, meant) }];
  const edits = removal(text, outermostEmptied(property.property));
  return [...rename, { title: `Remove "${property.name}"`, safety: 'unsafe', edits }];
}

/** A function without settings that the key may have been meant for: the only one, one of the same name, or a near one. */
function meantFunction(pattern: string, { functions, patterns, whenUnused }: FunctionPatterns): string | undefined {
  const free = functions.filter((name) => !patterns.some(({ fits }) => fits.includes(name)));
  if (isGlob(pattern) && whenUnused === 'error') return undefined;
  if (whenUnused === 'ignored') return free.length === 1 ? free[0] : undefined;
  const sameName = free.filter((name) => nameOf(name) === nameOf(pattern));
  return sameName.length === 1 ? sameName[0] : nearest(pattern, free);
}
