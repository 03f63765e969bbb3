import { documentAt, type Files } from './files.ts';
import { inside } from './paths.ts';
import { foldersBelow } from './walk.ts';

/** Names of our own configuration file; it is evidence that somebody deploys the folder to Vercel. */
export const configurationName = '.vercel-preflight.toml';

/**
 * The folders below `directory` (itself included) that carry evidence of Vercel, outer ones first:
 * `vercel.json`, `.vercel/project.json`, `[tool.vercel]` in pyproject.toml, or our own configuration.
 */
export function deploymentRoots(files: Files, directory = ''): string[] {
  return [...foldersBelow(files, directory)].filter((folder) => hasEvidence(files, folder));
}

/** Whether `folder` itself carries evidence of Vercel. */
export function hasEvidence(files: Files, folder: string): boolean {
  const names = new Map(files.list(folder).map(({ name, kind }) => [name, kind]));
  if (names.get('vercel.json') === 'file' || names.get(configurationName) === 'file') return true;
  if (names.get('.vercel') === 'directory' && files.has(inside(folder, '.vercel/project.json'))) return true;
  if (names.get('pyproject.toml') !== 'file') return false;
  const pyproject = documentAt(files, inside(folder, 'pyproject.toml'), 'pyproject.toml');
  return pyproject?.toml.table(['tool', 'vercel']) !== undefined || pyproject?.configuration !== undefined;
}

/** The root that `path` belongs to: the innermost one that holds it. */
export function rootOf(roots: readonly string[], path: string): string | undefined {
  return roots
    .filter((root) => root === '' || path.startsWith(`${root}/`))
    .reduce<string | undefined>(
      (best, root) => (best === undefined || root.length > best.length ? root : best),
      undefined,
    );
}
