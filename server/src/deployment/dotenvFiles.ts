import { directoryOf, inside, isWithin, upTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Deployment } from './deployment.ts';
import { isGitIgnored, isUploaded } from './uploadedFiles.ts';

/** A `.env` file that goes along with a deployment. */
export interface DotenvFile {
  readonly path: string;
  /** Whether git takes it too; if not, only `vercel` on this machine uploads it. */
  readonly committed: boolean;
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
  return project.files
    .list(folder)
    .filter((entry) => entry.kind === 'file' && name.test(entry.name))
    .map((entry) => inside(folder, entry.name))
    .filter((path) => isUploaded(project, path))
    .map((path) => ({ path, committed: !isGitIgnored(project, path) }));
}
