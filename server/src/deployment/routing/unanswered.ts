import { inside, nameOf } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../text/nearest.ts';
import type { Deployment } from '../deployment.ts';
import { withoutExtension } from './apiRouteTable.ts';
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

/** The paths of the functions, but of those with a name in brackets. */
export function functionPaths({ outputs }: RouteTable): readonly string[] {
  const functions = [...outputs.values()].filter(({ kind, name }) => kind === 'function' && !name.includes('['));
  return functions.map(({ name }) => `/${name}`);
}

/** The path of the function that `path` most likely means: one of the same name, else one whose path is near. */
export function functionNear(table: RouteTable, path: string): string | undefined {
  const paths = functionPaths(table);
  const named = paths.filter((candidate) => stemOf(candidate) === stemOf(path));
  return named.length === 1 ? named[0] : nearest(path, paths);
}

function stemOf(path: string): string {
  return withoutExtension(nameOf(path));
}
