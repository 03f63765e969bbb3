import { nameOf } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import type { Deployment } from '../deployment.ts';
import { lockedByPipenv, lockedByPylock } from './locked.ts';
import { fromPipfile } from './pipfile.ts';
import { fromPyproject } from './pyproject.ts';
import type { InstalledRequirements } from './requirement.ts';
import { fromRequirements } from './requirements.ts';
import { lockedByUv } from './uvLock.ts';

const nothing: InstalledRequirements = { requirements: [], isComplete: false, isLocked: false };

/** Answers by deployment, which is a new object whenever a file changed. */
const known = new WeakMap<Deployment, InstalledRequirements>();

/**
 * What the deployment installs, each with its place in the manifest or lock file that counts, in the order of that file.
 * Empty, and not complete, where a command of the project's own installs instead, or nothing is installed.
 */
export function installedRequirements(project: Project, deployment: Deployment): InstalledRequirements {
  const before = known.get(deployment);
  if (before) return before;
  const found = find(project, deployment);
  known.set(deployment, found);
  return found;
}

function find(project: Project, deployment: Deployment): InstalledRequirements {
  const { install, python } = deployment;
  const { source, command } = install;
  if (source === null || command !== undefined) return nothing;
  const from = { project, path: source, python: python.version };
  const name = nameOf(source);
  if (name === 'pyproject.toml') return fromPyproject(from) ?? nothing;
  if (name === 'Pipfile') return fromPipfile(from) ?? nothing;
  if (name === 'Pipfile.lock') return lockedByPipenv(from) ?? nothing;
  if (name === 'uv.lock') return lockedByUv(from, deployment) ?? nothing;
  if (name === 'pylock.toml') return lockedByPylock(from) ?? nothing;
  return fromRequirements(from) ?? nothing;
}
