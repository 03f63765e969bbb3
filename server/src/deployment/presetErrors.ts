import { entrypointPaths } from '../facts/entrypoints.ts';
import type { PythonPreset } from '../facts/frameworks.ts';
import type { Files } from '../project/files.ts';
import { inside, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { BuildError, EntrypointCandidate } from './deployment.ts';
import { moduleName } from './moduleReference.ts';
import { variableIn } from './servedVariable.ts';

interface Search {
  /** The files in the preset's places, none of which serves anything. */
  readonly looked: readonly string[];
  /** The script `app` in pyproject.toml, if its module is missing. */
  readonly script: { readonly text: string; readonly candidates: readonly string[] } | undefined;
}

/** Source: `makeDiagnosticError` of @vercel/python 25.0.0. */
export function notFound(project: Project, preset: PythonPreset, { looked, script }: Search): BuildError {
  const code = `${preset.toUpperCase()}_ENTRYPOINT_NOT_FOUND`;
  const elsewhere = candidatesIn(project);
  const suggestion = suggestionOf(project, elsewhere);
  const more = suggestion ? `\n\n${suggestion}` : '';
  const [first] = looked;
  if (first !== undefined) {
    const names = looked.map((path) => relativeTo(project.root, path));
    return { code, message: `${missingExport(preset, names)}${more}`, file: first, candidates: elsewhere };
  }
  if (script) {
    const checked = script.candidates.join(' or ');
    const message = `pyproject.toml [project.scripts] defines app = "${script.text}" but ${checked} was not found.${more}`;
    return { code, message, file: inside(project.root, 'pyproject.toml'), candidates: elsewhere };
  }
  const name = displayNames[preset];
  if (elsewhere[0] && suggestion) {
    const message = `No ${name} entrypoint found in default locations, ${suggestion}`;
    return { code, message, file: elsewhere[0].path, candidates: elsewhere };
  }
  const places = entrypointPaths.join(', ');
  const message = `No ${name} entrypoint found. Set "tool.vercel.entrypoint" in pyproject.toml or define an entrypoint in one of: ${places}.`;
  return { code, message };
}

/** As the builder writes them; the generic preset keeps its lower case. */
const displayNames: Readonly<Record<PythonPreset, string>> = {
  fastapi: 'FastAPI',
  flask: 'Flask',
  django: 'Django',
  fasthtml: 'FastHTML',
  python: 'python',
};

function missingExport(preset: PythonPreset, names: readonly string[]): string {
  const found = `Found ${names.slice(0, 3).join(', ')}`;
  const isOne = names.length === 1;
  if (preset === 'python') {
    return `${found} but ${isOne ? 'it does not' : 'none'} export a top-level "app", "application", or "handler" variable.`;
  }
  const what = preset === 'django' ? '"application" ASGI or WSGI instance' : `"app" ${displayNames[preset]} instance`;
  return `${found} but ${isOne ? 'it does not define' : 'none define'} a top-level ${what}.`;
}

/** The modules anywhere in the project that would do, in the order in which the builder comes to them. */
export function candidatesIn({ root, files }: Project): readonly EntrypointCandidate[] {
  return [...pythonFiles(files, root)].flatMap((path) => {
    const variable = variableIn(files, path);
    return variable === undefined ? [] : [{ path, variable }];
  });
}

function suggestionOf({ root }: Project, candidates: readonly EntrypointCandidate[]): string | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const lines = candidates.map(({ path, variable }) => `  ${relativeTo(root, path)} (variable: ${variable})`);
  const entrypoint = `${moduleName(relativeTo(root, first.path))}:${first.variable}`;
  return `but found potential entrypoints:\n${lines.join('\n')}\n\nAdd this to your pyproject.toml:\n\n[tool.vercel]\nentrypoint = "${entrypoint}"`;
}

/** What holds installed packages is left out here, which the builder reads too where somebody deploys it. */
const skipped: ReadonlySet<string> = new Set(['__pycache__', 'node_modules', 'venv', 'env', 'site-packages']);

function* pythonFiles(files: Files, folder: string): Generator<string> {
  const entries = [...files.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, kind } of entries) {
    if (name.startsWith('.') || skipped.has(name)) continue;
    const path = inside(folder, name);
    if (kind === 'directory') yield* pythonFiles(files, path);
    else if (name.endsWith('.py')) yield path;
  }
}
