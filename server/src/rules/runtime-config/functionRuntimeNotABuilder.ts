import { removal } from '../../documents/jsonEdit.ts';
import {
  type JsonNode,
  type JsonProperty,
  jsonAt,
  propertiesOf,
  spanOf,
  stringOf,
} from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'function-runtime-not-a-builder',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`functions.*.runtime` names no package with its version.',
  why: 'The build stops with "Function Runtimes must have a valid version, for example `now-php@1.0.0`." The property names a community builder, never a Python version; Python functions need none.',
  source: 'https://vercel.com/docs/project-configuration#functions',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "functions": {\n    "api/index.py": {\n      «"runtime": "python3.9"»,\n      "maxDuration": 30\n    }\n  }\n}\n',
      fixed: '-- vercel.json\n{\n  "functions": {\n    "api/index.py": {\n      "maxDuration": 30\n    }\n  }\n}\n',
    },
    {
      files: '-- vercel.json\n{ "version": 2, "functions": { "api/*.py": { «"runtime": "@vercel/python"» } } }\n',
      fixed: '-- vercel.json\n{ "version": 2 }\n',
      note: 'Vercel refuses an empty function and an empty `functions`, so what is left empty goes with it',
    },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "runtime": "@vercel/python@4.3.1" } } }\n' },
    { files: '-- vercel.json\n{ "functions": { "api/*.php": { "runtime": "vercel-php@0.7.2" } } }\n' },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "runtime": "pyth', note: 'half typed' },
  ],

  *check(document) {
    for (const entry of propertiesOf(jsonAt(document, ['functions']))) {
      const runtime = propertiesOf(entry.value).find(({ name }) => name === 'runtime');
      const value = stringOf(runtime?.value);
      if (!runtime || value === undefined || hasVersion(value) || isUnfinished(document.text, runtime.value)) continue;
      yield {
        span: spanOf(runtime.property),
        message: `\`${value}\` is no package with its version, and the build stops. Remove it: Python functions need no \`runtime\`.`,
        fixes: [
          {
            title: 'Remove `runtime`',
            safety: 'safe',
            edits: removal(document.text, outermostEmptied(entry, runtime)),
          },
        ],
      };
    }
  },
});

/** As `semver.valid` judges what stands behind the last `@`. */
function hasVersion(runtime: string): boolean {
  const tag = runtime.slice(runtime.lastIndexOf('@') + 1).trim();
  return /^[v=\s]*\d+\.\d+\.\d+(-[0-9a-z-]+(\.[0-9a-z-]+)*)?(\+[0-9a-z-]+(\.[0-9a-z-]+)*)?$/i.test(tag);
}

/** A string whose closing quote is not typed yet. */
function isUnfinished(text: string, { offset, length }: JsonNode): boolean {
  return length < 2 || text[offset + length - 1] !== '"';
}

function outermostEmptied(entry: JsonProperty, runtime: JsonProperty): JsonNode {
  if (propertiesOf(entry.value).length > 1) return runtime.property;
  const functions = entry.property.parent;
  const isOnlyEntry = functions?.children?.length === 1;
  return isOnlyEntry && functions.parent ? functions.parent : entry.property;
}
