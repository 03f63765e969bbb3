import { builderText } from '../documents/builderText.ts';
import { entrypointNames, entrypointPaths } from '../facts/entrypoints.ts';
import type { PythonPreset } from '../facts/frameworks.ts';
import type { Files } from '../project/files.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { BuildError } from './deployment.ts';
import { tomlTable, valueAt } from './manifestData.ts';
import { fileOf, moduleReference } from './moduleReference.ts';
import { notFound } from './presetErrors.ts';
import { variableIn } from './servedVariable.ts';

/** Where a preset finds its application, or why it does not. */
export interface PresetEntrypoint {
  readonly via: 'setting' | 'preset';
  /** The files that were looked at, in order, the one that was found last. */
  readonly looked: readonly string[];
  readonly found?: { readonly path: string; readonly variable: string };
  /** Django: the folder of manage.py, which names the application when it is run behind the installation. */
  readonly managed?: string;
  readonly error?: BuildError;
}

/**
 * The application of a project with a Python preset: `[tool.vercel] entrypoint`, then the preset's places, then the
 * script `app` in pyproject.toml.
 * Source: `detectPythonEntrypoint` of @vercel/python 25.0.0.
 */
export function presetEntrypoint(project: Project, preset: PythonPreset): PresetEntrypoint {
  const setting = fromSetting(project);
  if (setting) return setting;
  const managed = preset === 'django' ? managedFolder(project) : undefined;
  const places = managed === undefined ? searched(project, placesOf(project, preset)) : { looked: [] };
  if (places.found) return { via: 'preset', ...places };
  const script = fromScript(project);
  if (script.found) return { via: 'preset', looked: [...places.looked, script.found.path], found: script.found };
  if (managed !== undefined) return { via: 'preset', looked: [], managed };
  const error = notFound(project, preset, { looked: places.looked, script: script.missing });
  return { via: 'preset', looked: places.looked, error };
}

/** `[tool.vercel] entrypoint`: a file that holds nothing of the name passes, and fails at run time. */
function fromSetting(project: Project): PresetEntrypoint | undefined {
  const path = inside(project.root, 'pyproject.toml');
  const value = valueAt(tomlTable(project.files, path), 'tool', 'vercel', 'entrypoint');
  if (value === undefined) return undefined;
  const fail = (code: string, problem: string): PresetEntrypoint => {
    const message = `"tool.vercel.entrypoint" in "${path}" ${problem}`;
    return { via: 'setting', looked: [], error: { code, message, file: path } };
  };
  if (typeof value !== 'string') {
    return fail('PYTHON_INVALID_ENTRYPOINT', 'must be a string in "module:object" format (e.g. "main:app").');
  }
  const reference = moduleReference(value);
  const file = reference && fileOf(project, reference);
  if (file) return { via: 'setting', looked: [file], found: { path: file, variable: reference.variable } };
  const advice =
    'Use "module:object" format (e.g. "main:app") and ensure the module file exists, or remove the setting to use automatic entrypoint detection.';
  return fail('PYTHON_ENTRYPOINT_NOT_FOUND', `is "${value}" but no matching module file was found. ${advice}`);
}

/** The places of the preset, from the root folder: Django without manage.py looks in every first-level folder. */
function placesOf({ root, files }: Project, preset: PythonPreset): readonly string[] {
  if (preset !== 'django') return entrypointPaths;
  return ['', ...subfolders(files, root)].flatMap((folder) =>
    entrypointNames.map((name) => inside(folder, `${name}.py`)),
  );
}

function searched({ root, files }: Project, places: readonly string[]): Pick<PresetEntrypoint, 'looked' | 'found'> {
  const looked: string[] = [];
  for (const place of places) {
    const path = inside(root, place);
    if (!files.has(path)) continue;
    looked.push(path);
    const variable = variableIn(files, path);
    if (variable !== undefined) return { looked, found: { path, variable } };
  }
  return { looked };
}

/** The first folder, the root folder before its subfolders, whose manage.py speaks of Django's settings. */
export function managedFolder({ root, files }: Project): string | undefined {
  return ['', ...subfolders(files, root)]
    .map((folder) => inside(root, folder).replace(/\/$/, ''))
    .find((folder) => {
      const source = files.source(inside(folder, 'manage.py'));
      return source && builderText(source).includes('DJANGO_SETTINGS_MODULE');
    });
}

function subfolders(files: Files, root: string): string[] {
  return files
    .list(root)
    .filter(({ name, kind }) => kind === 'directory' && !name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** `[project.scripts] app`, or the message's words about it where its module is missing. */
function fromScript(project: Project): {
  readonly found?: { readonly path: string; readonly variable: string };
  readonly missing?: { readonly text: string; readonly candidates: readonly string[] };
} {
  const table = tomlTable(project.files, inside(project.root, 'pyproject.toml'));
  const text = valueAt(table, 'project', 'scripts', 'app');
  const reference = typeof text === 'string' ? moduleReference(text) : undefined;
  if (typeof text !== 'string' || !reference) return {};
  const path = fileOf(project, reference);
  return path
    ? { found: { path, variable: reference.variable } }
    : { missing: { text, candidates: reference.candidates } };
}
