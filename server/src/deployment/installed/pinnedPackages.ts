import type { Project } from '../../project/project.ts';
import type { Deployment } from '../deployment.ts';
import { installedRequirements } from './installedRequirements.ts';
import { isSameIndex } from './sources.ts';

/** What an index may be asked about. */
export interface PinnedPackages {
  /** As PEP 503 normalizes them. */
  readonly names: readonly string[];
  /** Those that the project gets from another index, as far as it says, so that their names are nobody else's business. */
  readonly withheld: readonly string[];
}

/**
 * The packages that the deployment installs in one certain release, and that come from the index at `indexUrl`: those from
 * PyPI, for which the person who asks may name a mirror, and those for which the project itself names that index.
 */
export function pinnedPackages(project: Project, deployment: Deployment, indexUrl: string): PinnedPackages {
  const { requirements } = installedRequirements(project, deployment);
  const pinned = requirements.filter(({ pin, applies }) => pin && applies === true);
  const withheld = pinned.filter(({ isFromPyPI, index }) => !isFromPyPI && index && !isSameIndex(index, indexUrl));
  const asked = pinned.filter(({ isFromPyPI, index }) => isFromPyPI || isSameIndex(index, indexUrl));
  const namesOf = (some: typeof pinned) => [...new Set(some.map(({ normalizedName }) => normalizedName))];
  return { names: namesOf(asked), withheld: namesOf(withheld) };
}
