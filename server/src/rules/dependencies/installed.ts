import { settingsOf } from '../../deployment/projectSettings.ts';
import { requirementsNames } from '../../documents/kinds.ts';
import { normalizeName } from '../../documents/pep508.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import type { RequirementEntry, RequirementsDocument } from '../../documents/requirements.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, inside, nameOf } from '../../project/paths.ts';
import type { ModuleContext } from '../rule.ts';

/** Whether the builder installs what the pyproject.toml at `path` says, or the lock file beside it. */
export function isInstalled({ deployment }: ModuleContext, path: string): boolean {
  const { source } = deployment.install;
  const names = ['pyproject.toml', 'uv.lock', 'pylock.toml'];
  return source !== null && names.includes(nameOf(source)) && directoryOf(source) === directoryOf(path);
}

/** Whether a command of the user's own installs, so that what the builder would have read does not count. */
export function hasOwnInstallCommand(context: ModuleContext, pyproject: PyprojectDocument): boolean {
  const scripts = ['vercel-install', 'now-install', 'install'];
  if (scripts.some((name) => pyproject.toml.has(['tool', 'vercel', 'scripts', name]))) return true;
  const command = settingsOf(context.project).installCommand.value;
  return context.deployment.mode !== 'builds' && typeof command === 'string' && command.trim() !== '';
}

/** The requirements file that would be read in `folder` if there were no pyproject.toml. */
export function requirementsBeside({ project: { files } }: ModuleContext, folder: string) {
  const path = requirementsNames.map((name) => inside(folder, name)).find((candidate) => files.has(candidate));
  const document = path === undefined ? undefined : documentAt(files, path, 'requirements.txt');
  return path !== undefined && document ? { path, document } : undefined;
}

/** The folder in which the builder would look for the requirements file at `path`. */
export function folderOfRequirements(path: string): string {
  return path.endsWith('requirements/prod.txt') ? directoryOf(directoryOf(path)) : directoryOf(path);
}

/** The requirements of a file, those that are still being typed left out. */
export function requirementsIn({ entries }: RequirementsDocument): RequirementEntry[] {
  return entries.filter((entry): entry is RequirementEntry => entry.kind === 'requirement' && entry.name !== '');
}

/** What the file asks for, as PEP 508 writes it; `undefined` where it says more than that can hold. */
export function asDependencies(document: RequirementsDocument): string[] | undefined {
  const plain = document.entries.every(
    (entry) => entry.kind === 'requirement' && entry.errors.length === 0 && entry.options.length === 0,
  );
  if (!plain) return undefined;
  const texts = requirementsIn(document).map(({ requirementSpan: { start, end } }) => document.text.slice(start, end));
  return texts.some((text) => /[\r\n]/.test(text)) ? undefined : texts;
}

/** The names in `[project] dependencies`. */
export function declaredNames({ dependencies }: PyprojectDocument): Set<string> {
  const names = (dependencies?.items ?? []).flatMap(({ value }) => /^\s*([\w.-]+)/.exec(value)?.[1] ?? []);
  return new Set(names.map(normalizeName));
}
