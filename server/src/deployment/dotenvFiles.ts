import { directoryOf, inside, isWithin, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Deployment } from './deployment.ts';
import { isGitIgnored, isUploaded } from './uploadedFiles.ts';

/** A `.env` file that goes along with a deployment. */
export interface DotenvFile {
  readonly path: string;
  /** Whether a `.gitignore` keeps it out of the repository, so that only `vercel` on this machine uploads it. */
  readonly ignored: boolean;
  /** Whether the top of the repository is in sight, so that no `.gitignore` above can say otherwise. */
  readonly inRepository: boolean;
}

/** Names with which frameworks and people keep real values; `.env.local` and `.env.*.local` are never uploaded. */
const name = /^\.env(?:\.(?:production|prod|live|staging|preview|development|dev))?$/;

/**
 * The `.env` files in the root folder and in the folders between it and an entrypoint that nothing keeps from being
 * uploaded; the builder bundles what is uploaded.
 * Source: `getVercelIgnore` of `vercel` 64.0.2, which does not read `.gitignore`.
 */
export function uploadedDotenvFiles(project: Project, deployment: Deployment): readonly DotenvFile[] {
  const below = deployment.entrypoints.filter(({ path }) => isWithin(path, project.root));
  const folders = new Set([project.root, ...below.flatMap(({ path }) => upTo(directoryOf(path), project.root))]);
  return [...folders].flatMap((folder) => dotenvFilesIn(project, folder));
}

/** Those in one folder. */
export function dotenvFilesIn(project: Project, folder: string): DotenvFile[] {
  const { files } = project;
  const inRepository = upTo(folder, '').some((above) => files.list(above).some((entry) => entry.name === '.git'));
  return files
    .list(folder)
    .filter((entry) => entry.kind === 'file' && name.test(entry.name))
    .map((entry) => inside(folder, entry.name))
    .filter((path) => isUploaded(project, path))
    .map((path) => ({ path, ignored: isGitIgnored(project, path), inRepository }));
}
