import { builderText } from '../documents/builderText.ts';
import type { Files } from '../project/files.ts';
import { directoryOf, inside, isWithin, relativeTo, upTo } from '../project/paths.ts';
import { globToRegExp } from '../text/glob.ts';
import type { BuildError } from './deployment.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { type PythonRequest, pythonRequests } from './pythonRequest.ts';

/** What the builder finds on its way from a function's folder up to the top of the repository. */
export interface PythonPackage {
  /** The manifest nearest to the function. */
  readonly manifest?: Manifest;
  /** The root of the uv workspace that `manifest` is a member of, else `manifest` itself. */
  readonly workspace?: Manifest;
  /** The `.python-version` that counts: the nearest one below the workspace's folder. */
  readonly versionFile?: VersionFile;
  /** The `.python-version` files on the way up that lie above what the builder looks at. */
  readonly unreachable: readonly string[];
  /** With which the builder stops on the way. */
  readonly error?: BuildError;
}

export interface VersionFile {
  readonly path: string;
  readonly requests: readonly PythonRequest[];
}

/**
 * Walks from `folder` up to `top`, and stops at the first manifest that is a root.
 * Source: `discoverPythonPackage` of @vercel/python-analysis 0.14.0.
 */
export function pythonPackageOf(files: Files, folder: string, top: string): PythonPackage {
  const folders = upTo(folder, top);
  const { manifests, versionFiles, error } = walked(files, folders);
  const [manifest] = manifests;
  const workspace = manifest && workspaceRootOf(manifest, manifests);
  // `requirements/prod.txt` counts from the folder `requirements` here, so that no version file on the way is below it.
  const isReached = (path: string) => !workspace || isWithin(directoryOf(path), directoryOf(workspace.path));
  const versionFile = versionFiles.find(({ path }) => isReached(path));
  const present = folders.map((at) => inside(at, '.python-version')).filter((path) => files.has(path));
  return {
    unreachable: present.filter((path) => !isReached(path)),
    ...(manifest ? { manifest, workspace } : {}),
    ...(versionFile ? { versionFile } : {}),
    ...(error ? { error } : {}),
  };
}

interface Walk {
  readonly manifests: readonly Manifest[];
  readonly versionFiles: readonly VersionFile[];
  readonly error?: BuildError;
}

/** What lies in `folders`, nearest first, up to a manifest that is a root or to an error. */
function walked(files: Files, folders: readonly string[]): Walk {
  const manifests: Manifest[] = [];
  const versionFiles: VersionFile[] = [];
  for (const at of folders) {
    const versionFile = versionFileOf(files, at);
    if (versionFile?.requests.length === 0) return { manifests, versionFiles, error: unreadable(versionFile.path) };
    if (versionFile) versionFiles.push(versionFile);
    const loaded = manifestOf(files, at);
    if (loaded?.error) return { manifests, versionFiles, error: loaded.error };
    if (loaded?.manifest) manifests.push(loaded.manifest);
    if (loaded?.manifest?.isRoot) break;
  }
  return { manifests, versionFiles };
}

function versionFileOf(files: Files, folder: string): VersionFile | undefined {
  const path = inside(folder, '.python-version');
  const source = files.source(path);
  // A byte order mark is white space to the builder, which trims each line.
  return (
    source && { path, requests: pythonRequests(source.encoding === 'utf-8-bom' ? source.text : builderText(source)) }
  );
}

function unreadable(file: string): BuildError {
  const message = 'could not parse .python-version file: no valid Python version requests found';
  return { code: 'PYTHON_VERSION_FILE_PARSE_ERROR', message, file };
}

/** The root of the uv workspace that lists the folder of `manifest` among its members. */
function workspaceRootOf(manifest: Manifest, all: readonly Manifest[]): Manifest {
  if (manifest.isRoot) return manifest;
  return all.find((candidate) => candidate !== manifest && hasMember(candidate, manifest.folder)) ?? manifest;
}

function hasMember({ folder, workspace }: Manifest, member: string): boolean {
  if (!workspace) return false;
  const path = relativeTo(folder, member);
  const matches = (pattern: string) => globToRegExp(pattern, { dot: false }).test(path);
  return workspace.members.some(matches) && !workspace.exclude.some(matches);
}
