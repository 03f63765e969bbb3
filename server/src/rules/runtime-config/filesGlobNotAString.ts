import { schemaFaultsOf } from '../../deployment/vercelJson/faults.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { elementsOf, type JsonNode, stringOf } from '../../documents/vercelJson.ts';
import { defineRule, type Fix } from '../rule.ts';
import { speakerOf } from './schemaSpeakers.ts';

export default defineRule({
  name: 'files-glob-not-a-string',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`excludeFiles` or `includeFiles` is a list.',
  why: 'Vercel takes one glob of at most 256 characters and rejects the deployment otherwise. Several globs are one with braces: `{tests/**,docs/**}`.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#functions',
  examples: [
    {
      files: '-- vercel.json\n{\n  "functions": { "api/*.py": { "excludeFiles": «["tests/**", "docs/**"]» } }\n}\n',
      fixed: '-- vercel.json\n{\n  "functions": { "api/*.py": { "excludeFiles": "{tests/**,docs/**}" } }\n}\n',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "includeFiles": «["templates/**"]» } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "includeFiles": "templates/**" } } }\n',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "includeFiles": «["a,b/**", "c"]» } } }\n',
      note: 'a comma in a glob would mean something else in braces: no fix',
    },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "excludeFiles": "{tests/**,docs/**}" } } }\n' },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python", "config": { "includeFiles": ["a", "b"] } }] }\n',
      note: '`config` of a build may hold a list',
    },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "excludeFiles": ["tests/**", "do', note: 'half typed' },
  ],

  *check(document) {
    for (const fault of schemaFaultsOf(document)) {
      if (speakerOf(fault) !== 'files-glob-not-a-string') continue;
      yield {
        span: fault.span,
        message: `\`${fault.error.path[2]}\` takes one glob, and Vercel refuses a list. Write the globs in one string, in braces.`,
        fixes: joined(fault.node),
      };
    }
  },
});

function joined(list: JsonNode): Fix[] {
  const globs = elementsOf(list).flatMap((element) => stringOf(element) ?? []);
  const glob = globs.length === 1 ? (globs[0] ?? '') : `{${globs.join(',')}}`;
  if (glob.length > 256 || globs.some((one) => one === '' || /[,{}]|^!/.test(one))) return [];
  return [{ title: `Change to "${glob}"`, safety: 'safe', edits: replacement(list, glob) }];
}
