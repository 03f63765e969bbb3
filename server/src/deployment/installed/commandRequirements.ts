import { join } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import type { Deployment } from '../deployment.ts';
import type { InstalledRequirements } from './requirement.ts';
import { fromRequirements } from './requirements.ts';
import { lockedByUv } from './uvLock.ts';

const pipInstall =
  /^(?:python3? -m )?(?:uv )?pip3? install((?: (?:--upgrade|-U|--no-cache-dir|--disable-pip-version-check|-q))*) (?:-r|--requirement)[ =](\S+)$/;
const uvSync = /^uv sync(?: (?:--frozen|--locked|--no-dev|--no-cache))*$/;

/**
 * What the project's own command installs, where it is a plain `pip install -r` or `uv sync`; `undefined` for any other,
 * which may install anything. The command runs in the root folder.
 */
export function commandRequirements(project: Project, deployment: Deployment): InstalledRequirements | undefined {
  const command = deployment.install.command?.trim().replace(/\s+/g, ' ');
  if (command === undefined) return undefined;
  const python = deployment.python.version;
  const manifest = pipInstall.exec(command)?.[2];
  const name = manifest ?? (uvSync.test(command) ? 'uv.lock' : undefined);
  const path = name === undefined || /["'$`;&|<>]/.test(name) ? undefined : join(project.root, name);
  if (path === undefined || !project.files.has(path)) return undefined;
  const reading = { project, path, python };
  return manifest === undefined ? lockedByUv(reading, deployment) : fromRequirements(reading);
}
