import type { Files } from './files.ts';
import { inside } from './paths.ts';

/** Folders that hold no source of the project: installed packages, caches, version control, build results. */
export const ignoredFolders: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'env',
  '.tox',
  '.nox',
  '.eggs',
  '__pycache__',
  '__pypackages__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.next',
  '.nuxt',
  '.svelte-kit',
  '.turbo',
  '.vercel',
  '.pnpm-store',
  'node_modules',
  'site-packages',
]);

/** Every file below `directory`, folders in which no source lies left out, in the order of the listings. */
export function* filesBelow(files: Files, directory: string): Generator<string> {
  for (const { name, kind } of files.list(directory)) {
    const path = inside(directory, name);
    if (kind === 'file') yield path;
    else if (!ignoredFolders.has(name)) yield* filesBelow(files, path);
  }
}

/** Every folder below `directory` and itself, those left out in which no source lies. */
export function* foldersBelow(files: Files, directory: string): Generator<string> {
  yield directory;
  for (const { name, kind } of files.list(directory)) {
    if (kind === 'directory' && !ignoredFolders.has(name)) yield* foldersBelow(files, inside(directory, name));
  }
}
