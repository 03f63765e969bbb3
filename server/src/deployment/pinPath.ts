import { directoryOf, inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Deployment } from './deployment.ts';

/**
 * Where a `.python-version` counts: beside the manifest that is installed. Where there is none, in the root folder of a
 * project with a preset, else beside the entrypoint (platform.md C.2.2, F15).
 */
export function pinPath(project: Project, { mode, install, entrypoints }: Deployment): string {
  const beside = install.source ?? (mode === 'framework' ? undefined : entrypoints[0]?.path);
  return inside(beside === undefined ? project.root : directoryOf(beside), '.python-version');
}
