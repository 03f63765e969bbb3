import { normalizeName } from '../../documents/pep508.ts';
import { lockedPackages } from '../../documents/pipfileLock.ts';
import { uvLockOf } from '../../documents/uvLock.ts';
import { nameOf } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { declaredNames, requirementsIn } from './installed.ts';

/**
 * The names, by PEP 503, that the manifest or lock file at `path` installs itself; `undefined` where that cannot be told: it
 * takes in other files, is made by a build backend, or is being typed.
 */
export function namesIn({ files }: Project, path: string): ReadonlySet<string> | undefined {
  const source = files.source(path);
  if (source && nameOf(path) === 'uv.lock') return new Set(uvLockOf(source).packages.map(({ name }) => name));
  const document = files.document(path);
  if (document?.kind === 'requirements.txt') {
    if (document.entries.some(({ kind }) => kind === 'include' || kind === 'editable' || kind === 'path'))
      return undefined;
    const located = document.entries.flatMap((entry) =>
      'normalizedName' in entry ? (entry.normalizedName ?? []) : [],
    );
    return new Set([...requirementsIn(document).map(({ normalizedName }) => normalizedName), ...located]);
  }
  if (document?.kind === 'Pipfile') return new Set(document.packages.map(({ name }) => normalizeName(name)));
  if (document?.kind === 'Pipfile.lock') {
    if (document.errors.length > 0) return undefined;
    return new Set(lockedPackages(document, 'default').map(({ name }) => normalizeName(name)));
  }
  if (document?.kind !== 'pyproject.toml' || !document.toml.value) return undefined;
  return document.toml.has(['project', 'dynamic']) ? undefined : declaredNames(document);
}
