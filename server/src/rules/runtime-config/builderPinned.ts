import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { removal, replacement } from '../../documents/jsonEdit.ts';
import { elementsOf, jsonAt, propertiesOf, spanOf, stringOf, type VercelJson } from '../../documents/vercelJson.ts';
import { platform } from '../../facts/platform.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { outermostEmptied } from './emptied.ts';

export default defineRule({
  name: 'builder-pinned',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'An old release of the Python builder is pinned.',
  why: 'The build image moves on and the pinned builder does not: it looks for Python versions and tools that are no longer there, and one day the build fails. Without a version the current builder builds.',
  source: 'https://vercel.com/docs/functions/runtimes/python',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "builds": [{ "src": "main.py", "use": «"@vercel/python@3.1.60"» }]\n}\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{\n  "builds": [{ "src": "main.py", "use": "@vercel/python" }]\n}\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "functions": { "api/*.py": { "runtime": «"@vercel/python@4.3.1"», "memory": 512 } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "memory": 512 } } }\n',
      note: '`runtime` goes altogether: without a version Vercel refuses it',
    },
    {
      files: '-- vercel.json\n{ "version": 2, "functions": { "api/*.py": { "runtime": «"@vercel/python@4.3.1"» } } }\n',
      fixed: '-- vercel.json\n{ "version": 2 }\n',
    },
    { files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\napp = 1\n' },
    { files: '-- vercel.json\n{ "builds": [{ "src": "a.js", "use": "@vercel/node@2.0.0" }] }\n-- a.js\n' },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "runtime": "@vercel/python@25.0.0" } } }\n',
      note: 'the current one',
    },
    { files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python@3.1', note: 'half typed' },
  ],

  *check(document) {
    if (!configurationOf(document)) return;
    yield* inBuilds(document);
    yield* inFunctions(document);
  },
});

function* inBuilds(document: VercelJson): Generator<Finding> {
  for (const build of elementsOf(jsonAt(document, ['builds']))) {
    const use = propertiesOf(build).findLast(({ name }) => name === 'use')?.value;
    const version = oldVersion(stringOf(use));
    if (!use || version === undefined) continue;
    const edits = replacement(use, '@vercel/python');
    yield finding(use, version, { title: 'Drop the version', safety: 'unsafe', edits });
  }
}

function* inFunctions(document: VercelJson): Generator<Finding> {
  for (const { value: settings } of propertiesOf(jsonAt(document, ['functions']))) {
    const runtime = propertiesOf(settings).findLast(({ name }) => name === 'runtime');
    const version = oldVersion(stringOf(runtime?.value));
    // Vercel refuses a runtime without a whole version for another reason.
    if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) continue;
    if (!runtime || version === undefined) continue;
    const edits = removal(document.text, outermostEmptied(runtime.property));
    yield finding(runtime.value, version, { title: 'Remove `runtime`', safety: 'unsafe', edits });
  }
}

function finding(node: Parameters<typeof spanOf>[0], version: string, fix: Fix): Finding {
  return {
    span: spanOf(node),
    message: `This pins the Python builder at ${version}, while Vercel is at ${platform.builder}. Drop the version.`,
    fixes: [fix],
  };
}

/** The pinned version, if a newer major one is known. */
function oldVersion(builder: string | undefined): string | undefined {
  const version = /^@(?:vercel|now)\/python@v?(\d+(?:\.\d+)*)/.exec(builder ?? '')?.[1];
  return version !== undefined && Number.parseInt(version, 10) < Number.parseInt(platform.builder, 10)
    ? version
    : undefined;
}
