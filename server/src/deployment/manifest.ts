import { requirementsNames } from '../documents/kinds.ts';
import type { Files } from '../project/files.ts';
import { inside } from '../project/paths.ts';
import { buildFolder } from './buildFolder.ts';
import type { BuildError } from './deployment.ts';
import { type ManifestData, manifestData, valueAt } from './manifestData.ts';
import { pipfileLockShape, pipfileShape, pyprojectShape, uvShape } from './manifestShapes.ts';
import { requirementsError } from './requirementsError.ts';
import type { Shape } from './shape.ts';

/** The manifest of one folder: what says which packages are installed, and for which Python. */
export interface Manifest {
  readonly path: string;
  readonly folder: string;
  readonly kind: 'pyproject.toml' | 'Pipfile.lock' | 'Pipfile' | 'requirements';
  /** Whether the builder looks no further up: all but a pyproject.toml without `[tool.uv.workspace]`. */
  readonly isRoot: boolean;
  /** The specifier for Python; absent where there is none, or an empty one. */
  readonly requiresPython?: string;
  /** The lock file beside it. */
  readonly lock?: string;
  readonly workspace?: { readonly members: readonly string[]; readonly exclude: readonly string[] };
}

export type Loaded =
  | { readonly manifest: Manifest; readonly error?: undefined }
  | { readonly error: BuildError; readonly manifest?: undefined };

/** Names of manifests in the order in which the builder takes them within one folder. */
export const manifestNames: readonly string[] = ['pyproject.toml', 'Pipfile.lock', 'Pipfile', ...requirementsNames];

/**
 * The manifest that the builder takes in `folder`, or the error with which it stops there; `undefined` for none.
 * Source: `loadPythonManifest` of @vercel/python-analysis 0.14.0.
 */
export function manifestOf(files: Files, folder: string): Loaded | undefined {
  return (
    pyprojectOf(files, folder) ??
    converted(files, { folder, kind: 'Pipfile.lock', format: 'json', shape: pipfileLockShape }) ??
    converted(files, { folder, kind: 'Pipfile', format: 'toml', shape: pipfileShape }) ??
    requirementsOf(files, folder)
  );
}

function pyprojectOf(files: Files, folder: string): Loaded | undefined {
  const path = inside(folder, 'pyproject.toml');
  const pyproject = manifestData(files, path, { format: 'toml', shape: pyprojectShape });
  if (!pyproject || pyproject.error) return pyproject;
  const uv = manifestData(files, inside(folder, 'uv.toml'), { format: 'toml', shape: uvShape });
  if (uv?.error) return uv;
  const requiresPython = valueAt(pyproject.data, 'project', 'requires-python');
  const workspace = uv ? valueAt(uv.data, 'workspace') : valueAt(pyproject.data, 'tool', 'uv', 'workspace');
  const lock = ['uv.lock', 'pylock.toml'].map((name) => inside(folder, name)).find((file) => files.has(file));
  return {
    manifest: {
      path,
      folder,
      kind: 'pyproject.toml',
      isRoot: workspace !== undefined,
      ...(typeof requiresPython === 'string' && requiresPython ? { requiresPython } : {}),
      ...(lock ? { lock } : {}),
      ...(workspace === undefined ? {} : { workspace: workspaceOf(workspace) }),
    },
  };
}

function workspaceOf(workspace: unknown): Manifest['workspace'] {
  return { members: strings(valueAt(workspace, 'members')), exclude: strings(valueAt(workspace, 'exclude')) };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

interface Converted {
  readonly folder: string;
  readonly kind: 'Pipfile' | 'Pipfile.lock';
  readonly format: 'toml' | 'json';
  readonly shape: Shape;
}

function converted(files: Files, { folder, kind, format, shape }: Converted): Loaded | undefined {
  const path = inside(folder, kind);
  const read: ManifestData | undefined = manifestData(files, path, { format, shape });
  if (!read || read.error) return read;
  const version = kind === 'Pipfile.lock' ? valueAt(read.data, '_meta', 'requires', 'python_version') : undefined;
  const requiresPython = typeof version === 'string' && version ? `==${version}.*` : undefined;
  return { manifest: { path, folder, kind, isRoot: true, ...(requiresPython ? { requiresPython } : {}) } };
}

function requirementsOf(files: Files, folder: string): Loaded | undefined {
  for (const name of requirementsNames) {
    const path = inside(folder, name);
    const above = inside(folder, name.replace(/\/.*/, ''));
    if (name.includes('/') && files.has(above)) return { error: notAFolder(path, above) };
    if (!files.has(path)) continue;
    const error = requirementsError(files, folder, path);
    return error ? { error } : { manifest: { path, folder, kind: 'requirements', isRoot: true } };
  }
  return undefined;
}

/** A file called `requirements` where the builder expects a folder of that name, if any, stops it. */
function notAFolder(path: string, file: string): BuildError {
  return { code: 'ENOTDIR', message: `ENOTDIR: not a directory, open '${buildFolder}/${path}'`, file };
}
