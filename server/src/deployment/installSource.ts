import { inside, nameOf, relativeTo, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { buildsOf } from './builds.ts';
import type { InstallChoice } from './deployment.ts';
import { frameworkOf } from './framework.ts';
import { manifestNames } from './manifest.ts';
import { tomlTable, valueAt } from './manifestData.ts';
import { settingsOf } from './projectSettings.ts';
import type { PythonPackage } from './pythonPackage.ts';
import { shownPath } from './pythonVersionReasons.ts';

/**
 * What is installed: the lock file that counts, else the manifest nearest to the function.
 * Source: `detectInstallSource` of @vercel/python 25.0.0.
 */
export function installOf(project: Project, folder: string, found: PythonPackage): InstallChoice {
  const { manifest, workspace } = found;
  const lock = manifest?.lock ?? workspace?.lock;
  const source = lock ?? manifest?.path ?? found.error?.file ?? null;
  const present = manifestsOnTheWay(project, folder).filter((path) => path !== manifest?.path && path !== source);
  const ignored = present.filter((path) => path !== (lock === workspace?.lock ? workspace?.path : undefined));
  const command = installCommand(project);
  const told = command === undefined ? {} : { command };
  if (source === null)
    return {
      source,
      ignored,
      ...told,
      because: 'There is no requirements.txt, pyproject.toml or Pipfile on the way from the function up.',
    };
  const frozen = lock === undefined || !manifest ? '' : frozenBecause(project, lock, manifest.path);
  return { source, ignored, ...told, because: frozen || because(project, source, ignored) };
}

function frozenBecause(project: Project, lock: string, manifest: string): string {
  return `${shownPath(project, lock)} is installed as it stands: nothing checks that it fits ${shownPath(project, manifest)}.`;
}

/**
 * The command that takes the place of the builder's own installation: the project's, which a Python preset heeds, else the
 * one in pyproject.toml. A blank one changes nothing.
 */
function installCommand(project: Project): string | undefined {
  const { value } = settingsOf(project).installCommand;
  const isHeeded = buildsOf(project).length === 0 && frameworkOf(project).python !== null;
  if (isHeeded && typeof value === 'string' && value.trim()) return value.trim();
  const scripts = valueAt(
    tomlTable(project.files, inside(project.root, 'pyproject.toml')),
    'tool',
    'vercel',
    'scripts',
  );
  const script = ['vercel-install', 'now-install', 'install'].map((name) => valueAt(scripts, name)).find(Boolean);
  return typeof script === 'string' && script.trim() ? script : undefined;
}

/** The manifest nearest to the files of `folder`: what the builder installs for a function there. */
export function nearestManifest(project: Project, folder: string): string | undefined {
  return manifestsOnTheWay(project, folder)[0];
}

/** All manifests between the function and the root folder, nearest first. */
function manifestsOnTheWay({ root, files }: Project, folder: string): string[] {
  return upTo(folder, root)
    .flatMap((at) => manifestNames.map((name) => inside(at, name)))
    .filter((path) => files.has(path));
}

function because(project: Project, source: string, ignored: readonly string[]): string {
  const name = shownPath(project, source);
  const [first, ...more] = ignored.map((path) => shownPath(project, path));
  if (first === undefined) return `${name} is the only manifest on the way from the function up.`;
  const others = more.length === 0 ? first : `${[first, ...more].slice(0, -1).join(', ')} and ${more.at(-1)}`;
  return nameOf(source) === source || relativeTo(project.root, source) === nameOf(source)
    ? `${name} comes before ${others} in the builder's order.`
    : `${name} is nearest to the function, so ${others} ${more.length > 0 ? 'are' : 'is'} not read.`;
}
