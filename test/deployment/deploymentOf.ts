import type { Deployment } from '../../server/src/deployment/deployment.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import type { Project } from '../../server/src/project/project.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';

type Texts = Readonly<Record<string, string>>;

/** What we say of files in memory. */
export function deploymentOf(files: Texts, root = ''): Promise<Deployment> {
  return ask(files, resolveDeployment, root);
}

/** The answer to a question about a project in memory. */
export async function ask<T>(files: Texts, question: (project: Project) => T, root = ''): Promise<T> {
  const workspace = new Workspace(memoryFileSystem(new Map(Object.entries(files))), await grammars);
  const answer = await workspace.ask((view) => ({ answer: question({ root, files: view }) }));
  if (!answer) throw new Error('the question was given up');
  return answer.answer;
}
