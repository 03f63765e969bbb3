import type { Project } from '../../project/project.ts';
import type { Deployment } from '../deployment.ts';
import { installedRequirements } from './installedRequirements.ts';

/** The names of the packages from PyPI that the deployment installs in one certain release, as PEP 503 normalizes them. */
export function pinnedPackages(project: Project, deployment: Deployment): readonly string[] {
  const { requirements } = installedRequirements(project, deployment);
  const pinned = requirements.filter(({ pin, isFromPyPI, applies }) => pin && isFromPyPI && applies === true);
  return [...new Set(pinned.map(({ normalizedName }) => normalizedName))];
}
