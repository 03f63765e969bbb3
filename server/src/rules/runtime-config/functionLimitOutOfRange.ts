import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { type JsonNode, jsonAt, propertiesOf, spanOf } from '../../documents/vercelJson.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'function-limit-out-of-range',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`maxDuration` or `memory` of a function is not a number that Vercel takes.',
  why: 'Vercel takes a `maxDuration` of 1 to 3600 whole seconds or "max", and a `memory` of 128 to 10240 MB, and rejects the deployment otherwise. A plan may allow less.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#functions',
  examples: [
    {
      files: '-- vercel.json\n{\n  "functions": { "api/index.py": { "maxDuration": «86400» } }\n}\n',
      fixed: '-- vercel.json\n{\n  "functions": { "api/index.py": { "maxDuration": 3600 } }\n}\n',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "memory": «"1024"» } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "memory": 1024 } } }\n',
      note: 'the schema lets this pass, and the build then stops',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "memory": «64» } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "memory": 128 } } }\n',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": «"60"» } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 60 } } }\n',
    },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": «"1m"», "memory": «null» } } }\n' },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 60, "memory": 1024 } } }\n' },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": "max" } } }\n' },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python", "config": { "maxDuration": 86400 } }] }\n',
      note: 'not read there, and not refused',
    },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 0', note: 'half typed' },
  ],

  *check(document) {
    if (!configurationOf(document)) return;
    for (const entry of propertiesOf(jsonAt(document, ['functions']))) {
      for (const { name, value } of propertiesOf(entry.value)) {
        const limit = limits[name];
        if (!limit || isWithin(limit, value.value)) continue;
        const next = nearestWithin(limit, value);
        yield {
          span: spanOf(value),
          message: `\`${name}\` is \`${textAt(document.text, spanOf(value)).slice(0, 40)}\`, but Vercel takes ${limit.words}.`,
          fixes:
            next === undefined
              ? []
              : [{ title: `Change to ${next}`, safety: 'unsafe', edits: replacement(value, next) }],
        };
      }
    }
  },
});

interface Limit {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  readonly word?: string;
  readonly words: string;
}

/** Source: `validateFunctions` of @vercel/fs-detectors 7.7.3, and the assertion on `memory` in @vercel/build-utils. */
const limits: Readonly<Record<string, Limit>> = {
  maxDuration: { minimum: 1, maximum: 3600, whole: true, word: 'max', words: '1 to 3600 whole seconds, or `"max"`' },
  memory: { minimum: 128, maximum: 10_240, whole: false, words: 'a number of MB from 128 to 10240' },
};

function isWithin({ minimum, maximum, whole, word }: Limit, value: unknown): boolean {
  if (typeof value !== 'number') return word !== undefined && value === word;
  return value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
}

function nearestWithin({ minimum, maximum }: Limit, { value }: JsonNode): number | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));
  return isNumber ? Math.min(maximum, Math.max(minimum, Math.round(Number(value)))) : undefined;
}
