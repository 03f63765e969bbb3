import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { globToRegExp } from '../text/glob.ts';
import type { DeployedFunction } from './deployment.ts';
import { isUploaded, uploadedFiles } from './uploadedFiles.ts';

/**
 * What the builder leaves out of every bundle.
 * Source: `packFunctionBundle` of @vercel/python 25.0.0.
 */
export const bundleExcludes: readonly string[] = [
  ...['.git/**', '.gitignore', '.vercel/**', '.pnpm-store/**', '**/node_modules/**', '**/.next/**', '**/.nuxt/**'],
  ...['**/.venv/**', '**/venv/**', '**/__pycache__/**', '**/.mypy_cache/**', '**/.ruff_cache/**', '**/public/**'],
  ...['**/pnpm-lock.yaml', '**/yarn.lock', '**/package-lock.json'],
];

/** Which files of the project go into the bundle of a function. */
export interface Bundle {
  /** How many of the project's files are in it, and which patterns leave how many out that would be uploaded. */
  summary(): BundleSummary;
  /** Whether the file at `path`, which the project has, is in the bundle. Lists nothing but the folders above it. */
  holds(path: string): boolean;
  /** The project's own files in the bundle, by path, sorted. What is installed comes on top. */
  files(): readonly string[];
  /** Why a file that is uploaded is not in the bundle: the pattern that leaves it out; `undefined` where it is in it. */
  excludedBy(path: string): { readonly pattern: string; readonly by: 'builder' | 'settings' } | undefined;
}

export interface BundleSummary {
  readonly files: number;
  /** By pattern, in the order in which they first leave a file out. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly pattern: string;
  readonly by: 'builder' | 'settings';
  readonly files: number;
}

/**
 * The bundle of `deployed`. Every file of the project is listed, but only when `files` is called.
 * Source: `packFunctionBundle` of @vercel/python 25.0.0 and the `glob` of @vercel/build-utils 14.21.1.
 */
export function bundleOf(project: Project, { settings }: Pick<DeployedFunction, 'settings'>): Bundle {
  const included = (settings?.includeFiles ?? []).map(finding);
  const excludes = [
    ...bundleExcludes.map((pattern) => ({ pattern, by: 'builder' as const, matches: ignoring(pattern) })),
    ...(settings?.excludeFiles ?? []).map((pattern) => ({
      pattern,
      by: 'settings' as const,
      matches: ignoring(pattern),
    })),
  ];
  function excludedBy(path: string): ReturnType<Bundle['excludedBy']> {
    const name = relativeTo(project.root, path);
    if (included.some((pattern) => pattern.test(name))) return undefined;
    const found = excludes.find(({ matches }) => matches(name));
    return found && { pattern: found.pattern, by: found.by };
  }
  return {
    excludedBy,
    holds: (path) => isUploaded(project, path) && !excludedBy(path),
    files: () => uploadedFiles(project).filter((path) => !excludedBy(path)),
    summary: () => summaryOf(uploadedFiles(project).map(excludedBy)),
  };
}

function summaryOf(reasons: readonly ReturnType<Bundle['excludedBy']>[]): BundleSummary {
  const byPattern = new Map<string, LeftOut>();
  let files = 0;
  for (const reason of reasons) {
    if (!reason) files++;
    else {
      const before = byPattern.get(reason.pattern) ?? { ...reason, files: 0 };
      byPattern.set(reason.pattern, { ...before, files: before.files + 1 });
    }
  }
  return { files, leftOut: [...byPattern.values()] };
}

/**
 * Whether glob leaves a path out because of `pattern`. Only what ends in `/**` takes a folder with all that it holds: `tests`
 * alone takes nothing. Where the folder's part fits `.`, as in `.*` with `/**`, that is the whole project.
 */
function ignoring(pattern: string): (name: string) => boolean {
  const whole = globToRegExp(pattern);
  if (!pattern.endsWith('/**')) return (name) => whole.test(name);
  const folder = globToRegExp(pattern.replace(/(?:\/\*\*)+$/, ''));
  if (folder.test('.')) return () => true;
  return (name) => whole.test(name) || folder.test(name);
}

/** The files that glob finds: neither `!` nor `#` at the start means anything to it. */
function finding(pattern: string): RegExp {
  return globToRegExp(/^(?:!(?!\()|#)/.test(pattern) ? `\\${pattern}` : pattern);
}
