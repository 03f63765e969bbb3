import { type Bundle, bundleOf } from '../../deployment/bundleFiles.ts';
import type { DeployedFunction } from '../../deployment/deployment.ts';
import { importClosure } from '../../deployment/importClosure.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { nameOf, relativeTo } from '../../project/paths.ts';
import { rootDocument } from '../../project/project.ts';
import { defineRule, type Finding, type RuleContext } from '../rule.ts';
import { type SettingsPlace, settingsPlace } from './settingsPlace.ts';

const main = '-- main.py\nfrom core.routes import app\n-- core/__init__.py\n-- core/routes.py\napp = 1\n';
const flask = '-- requirements.txt\nflask\n';

export default defineRule({
  name: 'excluded-import',
  area: 'bundle',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.2.0',
  summary: '`excludeFiles` leaves a module out that the function imports.',
  why: 'The module is not in the bundle, so the import ends with ModuleNotFoundError and every request answers 500. Nothing says so before: the build does not import the application.',
  source: '`packFunctionBundle` of @vercel/python 25.0.0',
  examples: [
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": «"core/**"» } } }\n${flask}${main}`,
    },
    {
      files: `-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python", "config": { "excludeFiles": ["docs/**", «"**/routes.py"»] } }] }\n${main}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": «"*.py"» } } }\n${flask}-- main.py\napp = 1\n`,
      note: 'the function itself',
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "{tests/**,docs/**}" } } }\n${flask}${main}-- tests/test_app.py\nimport main\n`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "core" } } }\n${flask}${main}`,
      note: 'a folder without `/**` leaves nothing out',
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "core/**", "includeFiles": "core/*.py" } } }\n${flask}${main}`,
      note: '`includeFiles` takes it in again',
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "dev/**" } } }\n${flask}-- main.py\ntry:\n    import dev.tools\nexcept ImportError:\n    pass\napp = 1\n-- dev/tools.py\n`,
      note: 'it may be missing',
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "src/**" } } }\n-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\ndependencies = ["flask"]\n[build-system]\nrequires = ["hatchling"]\n-- main.py\nfrom shop import app\n-- src/shop.py\napp = 1\n`,
      note: 'the project itself is installed',
    },
    {
      files: `-- vercel.json\n{ "functions": { "main.py": { "excludeFiles": "core/*\n${flask}${main}`,
      note: 'half typed',
    },
  ],

  *check(document, context) {
    const said = new Set<number>();
    for (const made of context.deployment.functions) {
      const place = settingsPlace(document, context, made);
      const finding = place && findingAt(context, made, place);
      if (!finding || said.has(finding.span.start)) continue;
      said.add(finding.span.start);
      yield finding;
    }
  },
});

/** The first module that is imported in any case and left out. */
function findingAt(context: RuleContext, made: DeployedFunction, { excludes }: SettingsPlace): Finding | undefined {
  if (excludes.length === 0) return undefined;
  const bundle = bundleOf(context.project, made);
  for (const [path, { conditional }] of importClosure(context.project, [made.path])) {
    if (path !== made.path && (conditional || mayBeFoundAnyway(context, path))) continue;
    const pattern = patternOf(bundle, path);
    const node = excludes.find((one) => stringOf(one) === pattern);
    if (pattern === undefined || !node) continue;
    const own = (one: string) => relativeTo(context.project.root, one);
    const what = path === made.path ? 'the function itself' : `which ${own(made.path)} imports`;
    return {
      span: spanOf(node),
      message: `\`${pattern}\` leaves ${own(path)} out of the bundle, ${what}. Narrow it, or nothing can be served.`,
    };
  }
  return undefined;
}

/** A package is found without its `__init__.py`, and a project that is installed lies beside its dependencies. */
function mayBeFoundAnyway({ project }: RuleContext, path: string): boolean {
  if (nameOf(path) === '__init__.py') return true;
  return rootDocument(project, 'pyproject.toml', 'pyproject.toml')?.toml.table(['build-system']) !== undefined;
}

function patternOf(bundle: Bundle, path: string): string | undefined {
  const reason = bundle.excludedBy(path);
  return reason?.by === 'settings' ? reason.pattern : undefined;
}
