import { upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { projectLinkOf } from './projectLink.ts';

/**
 * Where the builder stops on its way up: the folder that is deployed. That is the one where the project is linked, else
 * the top of the repository, as Vercel checks it out.
 */
export function repositoryRoot(project: Project): string {
  const { root, files } = project;
  const linked = projectLinkOf(project)?.folder;
  return linked ?? upTo(root, '').find((folder) => files.list(folder).some(({ name }) => name === '.git')) ?? '';
}
