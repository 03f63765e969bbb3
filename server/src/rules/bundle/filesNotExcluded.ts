import { bundleOf } from '../../deployment/bundleFiles.ts';
import { deployedModules } from '../../deployment/importClosure.ts';
import { insertion, replacement } from '../../documents/jsonEdit.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { inside, isWithin } from '../../project/paths.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { type SettingsPlace, settingsPlace } from './settingsPlace.ts';

const flask = '-- requirements.txt\nflask\n-- main.py\napp = 1\n';
const tests = '-- tests/test_app.py\nimport main\n';

/** Folders of the root folder that a function has no use for, by what must be in them. */
const folders: readonly { readonly name: string; readonly holds: RegExp }[] = [
  ...['tests', 'test'].map((name) => ({ name, holds: /^(?:test_.*|.*_test|conftest)\.py$/ })),
  { name: 'notebooks', holds: /\.ipynb$/ },
  ...['env', '.env', 'virtualenv', '.virtualenv'].map((name) => ({ name, holds: /^pyvenv\.cfg$/ })),
];

export default defineRule({
  name: 'files-not-excluded',
  area: 'bundle',
  subject: 'vercel.json',
  severity: 'info',
  status: 'preview',
  since: '0.2.0',
  summary: 'Tests, notebooks or a virtual environment go into the bundle.',
  why: 'The Python builder bundles every file of the project but a few, and tests are not among these. What no request needs makes the upload and the start of the function slower and counts towards its size.',
  ignore: 'Where the application reads these files.',
  source: 'https://vercel.com/docs/functions/runtimes/python#controlling-what-gets-bundled',
  examples: [
    {
      files: `-- vercel.json\n{ "functions": { «"main.py"»: { "maxDuration": 30 } } }\n${flask}${tests}`,
      fixed: `-- vercel.json\n{ "functions": { "main.py": { "maxDuration": 30, "excludeFiles": "tests/**" } } }\n${flask}${tests}`,
    },
    {
      files: `-- vercel.json\n{\n  "builds": [\n    {\n      "src": «"main.py"»,\n      "use": "@vercel/python"\n    }\n  ]\n}\n-- main.py\napp = 1\n${tests}-- notebooks/a.ipynb\n{}\n`,
      fixed: `-- vercel.json\n{\n  "builds": [\n    {\n      "src": "main.py",\n      "use": "@vercel/python",\n      "config": { "excludeFiles": "{tests/**,notebooks/**}" }\n    }\n  ]\n}\n-- main.py\napp = 1\n${tests}-- notebooks/a.ipynb\n{}\n`,
    },
    {
      files: `-- vercel.json\n{ "functions": { «"main.py"»: { "excludeFiles": "docs/**" } } }\n${flask}${tests}`,
      fixed: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "{docs/**,tests/**}" } } }\n${flask}${tests}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "{tests,docs}/**" } } }\n${flask}${tests}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "maxDuration": 30 } } }\n-- .vercelignore\n/tests\n${flask}${tests}`,
      note: 'they are not uploaded',
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "maxDuration": 30 } } }\n-- requirements.txt\nflask\n-- main.py\nfrom tests.data import app\n-- tests/data.py\napp = 1\n-- tests/test_app.py\n`,
      note: 'the function imports from there',
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "maxDuration": 30 } } }\n${flask}-- tests/catalogue.json\n{}\n`,
      note: 'no tests of code',
    },
    { files: `-- vercel.json\n{ "functions": { "main.py": { "maxDur\n${flask}${tests}`, note: 'half typed' },
  ],

  *check(document, context) {
    const said = new Set<number>();
    for (const made of context.deployment.functions) {
      const place = settingsPlace(document, context, made);
      if (!place || said.has(place.name.offset)) continue;
      said.add(place.name.offset);
      const bundle = bundleOf(context.project, made);
      const found = unneeded(context).filter(({ sample }) => bundle.holds(sample));
      if (found.length === 0) continue;
      const names = found.map(({ folder }) => `\`${folder}/\``);
      const isOne = names.length === 1;
      const shown = isOne ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
      const told = isOne
        ? 'is bundled, and no request needs it. Leave it out'
        : 'are bundled, and no request needs them. Leave them out';
      yield {
        span: spanOf(place.name),
        message: `${shown} ${told} with \`excludeFiles\`.`,
        fixes: fixesFor(
          document.text,
          place,
          found.map(({ folder }) => `${folder}/**`),
        ),
      };
    }
  },
});

/** The folders that are there, each with a file that shows what it is for; none of which the application imports from. */
function unneeded({ project, deployment }: RuleContext): { readonly folder: string; readonly sample: string }[] {
  const { root, files } = project;
  const present = new Set(files.list(root).flatMap(({ name, kind }) => (kind === 'directory' ? [name] : [])));
  const imported = [...deployedModules(project, deployment).keys()];
  return folders.flatMap(({ name, holds }) => {
    const path = inside(root, name);
    if (!present.has(name) || imported.some((module) => isWithin(module, path))) return [];
    const sample = files.list(path).find((entry) => entry.kind === 'file' && holds.test(entry.name));
    return sample ? [{ folder: name, sample: inside(path, sample.name) }] : [];
  });
}

function fixesFor(text: string, place: SettingsPlace, globs: readonly string[]): Fix[] {
  const edits = editsFor(text, place, globs);
  return edits ? [{ title: 'Leave them out with `excludeFiles`', safety: 'unsafe', edits }] : [];
}

function editsFor(text: string, { settings, entry, excludes }: SettingsPlace, globs: readonly string[]) {
  const one = globs.length === 1 ? (globs[0] ?? '') : `{${globs.join(',')}}`;
  if (!settings) return entry && insertion(text, entry, 'config', { excludeFiles: one });
  const [only] = excludes;
  if (!only) return settings.type === 'object' ? insertion(text, settings, 'excludeFiles', one) : undefined;
  const written = stringOf(only);
  if (excludes.length > 1 || written === undefined || only.parent?.type === 'array') return undefined;
  const inner = /^\{([^{}]*)\}$/.exec(written)?.[1] ?? (/[,{}]|^!/.test(written) ? undefined : written);
  const joined = `{${inner},${globs.join(',')}}`;
  return inner && joined.length <= 256 ? replacement(only, joined) : undefined;
}
