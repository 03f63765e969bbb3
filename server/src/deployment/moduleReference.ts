import type { Files } from '../project/files.ts';
import { inside, join } from '../project/paths.ts';
import type { Project } from '../project/project.ts';

/** `package.module:variable`, found by the builder anywhere in a text: what stands around it is not looked at. */
export interface ModuleReference {
  /** The files that it may mean, from the root folder, best first. */
  readonly candidates: readonly [string, string];
  readonly variable: string;
}

/** Source: `resolveModuleAttrEntrypoint` of @vercel/python 25.0.0. */
export function moduleReference(text: string): ModuleReference | undefined {
  const match = /([A-Za-z_][\w.]*)\s*:\s*([A-Za-z_][\w]*)/.exec(text);
  if (!match) return undefined;
  const [, module = '', variable = ''] = match;
  const path = module.replaceAll('.', '/');
  return { candidates: [`${path}.py`, `${path}/__init__.py`], variable };
}

/** The first candidate that is there, from the workspace folder. */
export function fileOf({ root, files }: Project, { candidates }: ModuleReference): string | undefined {
  return candidates.map((path) => join(root, path)).find((path) => path !== undefined && isFile(files, path));
}

function isFile(files: Files, path: string): boolean {
  return files.has(path);
}

/** `pkg.web` for `pkg/web.py` and for `pkg/web/__init__.py`. */
export function moduleName(path: string): string {
  return path
    .replace(/\.py$/i, '')
    .replace(/\/__init__$/i, '')
    .replaceAll('/', '.');
}

/** The file of a module of the project, from the workspace folder. */
export function moduleFile(project: Project, folder: string, dotted: string): string | undefined {
  const path = dotted.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`]
    .map((name) => inside(folder, name))
    .find((name) => project.files.has(name));
}
