import type { Deployment } from '../../server/src/deployment/deployment.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';
import type { Tree } from './trees/tree.ts';

/** What we say of a tree. */
export async function ourVerdict({ files, root }: Tree): Promise<Deployment> {
  const workspace = new Workspace(memoryFileSystem(files), await grammars);
  const deployment = await workspace.ask((view) => resolveDeployment({ root, files: view }));
  if (!deployment) throw new Error('the question was given up');
  return deployment;
}
