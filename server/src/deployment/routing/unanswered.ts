import { inside } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../text/nearest.ts';
import type { Deployment } from '../deployment.ts';
import type { RouteTable } from './route.ts';
import type { Explanation } from './steps.ts';

/** Whether the files prove that nothing is there to answer; a 404 that a rule of vercel.json asks for is an answer. */
export function isUnanswered({ answer, certain, steps }: Explanation): boolean {
  if (!certain) return false;
  const last = steps.at(-1);
  const closesApi = last?.kind === 'rule' && last.origin.by === 'api' && last.origin.role === 'not-found';
  return answer.kind === 'not-found' || (answer.kind === 'status' && closesApi);
}

/**
 * Whether a source file for `path` lies in the `api` folder of zero configuration: that it is no function is another
 * matter, and may change with the next key.
 */
export function hasApiSource({ root, files }: Project, { mode }: Deployment, path: string): boolean {
  if (mode === 'builds') return false;
  const name = path.replace(/^\/+/, '').replace(/\/$/, '');
  if (name !== 'api' && !name.startsWith('api/')) return false;
  const candidates = [name, `${name}.py`, `${name}/index.py`, `${name}.js`, `${name}.ts`];
  return candidates.some((candidate) => files.has(inside(root, candidate)));
}

/** The path of the function that `path` most likely means: the only one, else the one whose name is near. */
export function functionNear({ outputs }: RouteTable, path: string): string | undefined {
  const names = [...outputs.values()].flatMap(({ kind, name }) => (kind === 'function' ? [`/${name}`] : []));
  const isDynamic = (name: string) => name.includes('[');
  const plain = names.filter((name) => !isDynamic(name));
  return names.length === 1 ? plain[0] : nearest(path, plain);
}
