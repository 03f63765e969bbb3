import type { ConfigurationDocument } from './configuration.ts';
import type { PipfileDocument } from './pipfile.ts';
import type { PipfileLockDocument } from './pipfileLock.ts';
import type { PyprojectDocument } from './pyproject.ts';
import type { PythonDocument } from './python/document.ts';
import type { PythonVersionFile } from './pythonVersionFile.ts';
import type { RequirementsDocument } from './requirements.ts';
import type { RuntimeTxt } from './runtimeTxt.ts';
import type { VercelJson } from './vercelJson.ts';

/** Every kind of file that is parsed, with the document its parser makes of it. */
export interface DocumentOfKind {
  'vercel.json': VercelJson;
  'runtime.txt': RuntimeTxt;
  '.python-version': PythonVersionFile;
  'pyproject.toml': PyprojectDocument;
  Pipfile: PipfileDocument;
  'Pipfile.lock': PipfileLockDocument;
  'requirements.txt': RequirementsDocument;
  python: PythonDocument;
  '.vercel-preflight.toml': ConfigurationDocument;
}

export type FileKind = keyof DocumentOfKind;
export type DocumentOf<K extends FileKind> = DocumentOfKind[K];
export type AnyDocument = DocumentOfKind[FileKind];

/** File names that are a kind of their own. */
const exactNames: Readonly<Record<string, FileKind>> = {
  'vercel.json': 'vercel.json',
  'runtime.txt': 'runtime.txt',
  '.python-version': '.python-version',
  'pyproject.toml': 'pyproject.toml',
  Pipfile: 'Pipfile',
  'Pipfile.lock': 'Pipfile.lock',
  '.vercel-preflight.toml': '.vercel-preflight.toml',
};

/** The manifests in requirements format that the builder looks for in a folder, best first (platform.md C.4). */
export const requirementsNames = [
  'requirements.frozen.txt',
  'requirements-frozen.txt',
  'requirements.txt',
  'requirements.in',
  'requirements/prod.txt',
] as const;

/** The kind of the file at `path` (with `/`), by its name alone; `undefined` for files that nothing here reads. */
export function kindOf(path: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (Object.hasOwn(exactNames, name)) return exactNames[name];
  if (name.endsWith('.py')) return 'python';
  return requirementsNames.some((candidate) => path === candidate || path.endsWith(`/${candidate}`))
    ? 'requirements.txt'
    : undefined;
}
