import type { Project } from '../../project/project.ts';
import { patternSamples } from '../../text/patternSamples.ts';
import type { Deployment } from '../deployment.ts';
import type { RouteTable } from '../routing/route.ts';
import { routeTableOf } from '../routing/routeTable.ts';
import type { Answer, Explanation } from '../routing/steps.ts';
import { explainRequest } from '../routing/walk.ts';

/** A project as it is or would be, and what Vercel would do with it. */
export interface Deployed {
  readonly project: Project;
  readonly deployment: Deployment;
}

/** A request that two deployments answer differently, or that no file decides. */
export interface Disagreement {
  readonly path: string;
  readonly how: 'differs' | 'unknown';
}

/** At most so many paths of outputs are asked about on either side. */
const mostOutputs = 100;

/**
 * The first request, of those that the outputs and the rules of both are about, whose answer is not the same: another
 * file, variable, status, header or place, or another path that the application sees. `undefined` where there is none.
 */
export function disagreement(before: Deployed, after: Deployed): Disagreement | undefined {
  const tables = [before, after].map(({ project, deployment }) => routeTableOf(project, deployment));
  const paths = samplePaths(tables, before.deployment);
  if (!paths) return { path: '/', how: 'unknown' };
  // Where no rule names a method, all of them are answered alike.
  const named = tables.flatMap(({ routes }) => routes.flatMap(({ route }) => route.methods ?? []));
  const methods = new Set(['GET', ...named, ...(named.length > 0 ? ['OTHER'] : [])]);
  for (const path of paths) {
    for (const method of methods) {
      const request = { method, path, query: '' };
      const [one, other] = [before, after].map(({ project, deployment }) =>
        explainRequest(project, deployment, request),
      );
      if (!one?.certain || !other?.certain) return { path, how: 'unknown' };
      if (answerKey(one) !== answerKey(other)) return { path, how: 'differs' };
    }
  }
  return undefined;
}

/** Paths of all kinds that clients ask for. */
const common = [
  ...['/', '/index.html', '/favicon.ico', '/robots.txt', '/docs', '/openapi.json', '/static/app.css', '/.well-known/x'],
  ...[
    '/api',
    '/api/',
    '/api/users',
    '/api/users/1',
    '/a',
    '/a/',
    '/A/b.c',
    '/%20',
    '/x.py',
    '/main.py',
    '/requirements.txt',
  ],
];

/** `undefined` where a rule has a pattern that no sample can be made of. */
function samplePaths(tables: readonly RouteTable[], { crons }: Deployment): ReadonlySet<string> | undefined {
  const outputs = tables.flatMap((table) =>
    [...table.outputs.values()]
      .slice(0, mostOutputs)
      .flatMap(({ kind, name }) => (kind === 'function' ? spellings(name) : `/${name}`)),
  );
  const found = new Set([...common, ...outputs, ...crons.map(({ path }) => path)]);
  for (const { route, origin } of tables.flatMap(({ routes }) => routes)) {
    if (origin.by !== 'rule' && origin.by !== 'setting') continue;
    const samples = patternSamples(route.src);
    if (!samples) return undefined;
    for (const sample of samples) for (const path of spellings(sample)) found.add(path);
  }
  return found;
}

/** How the path of a file or a rule is asked for, or nearly. */
function spellings(name: string): string[] {
  const path = name.startsWith('/') ? name : `/${name}`;
  const bare = path.replace(/\/?(?:index)?\.[^/.]+$/, '') || '/';
  return [path, bare, `${path}/`, `${bare}/zz`, `${path}zz`].map((one) => one.replace(/\/{2,}/g, '/'));
}

/** Equal for two answers that a client cannot tell apart. */
function answerKey({ answer, steps }: Explanation): string {
  const headers: Record<string, string> = {};
  const queries: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'rule') continue;
    for (const [name, value] of Object.entries(step.headers ?? {})) headers[name.toLowerCase()] = value;
    if (step.query) queries.push(step.query);
  }
  return JSON.stringify([plainAnswer(answer, steps), headers, queries]);
}

function plainAnswer(answer: Answer, steps: Explanation['steps']): unknown {
  switch (answer.kind) {
    case 'function':
      return ['function', answer.output.file, answer.output.variable, answer.path, answer.status];
    case 'static':
      return ['static', answer.output.file, answer.status];
    case 'redirect':
      return ['redirect', answer.location, answer.status];
    case 'external':
      return ['external', answer.location];
    case 'not-found':
      return answer.page ? ['not-found', answer.page.file] : 'not-found';
    case 'status':
      return answer.status === 404 && isOfApi(steps) ? 'not-found' : ['status', answer.status];
    default:
      return answer.kind;
  }
}

/** Zero configuration closes `/api` with the same page that shows where nothing answers. */
function isOfApi(steps: Explanation['steps']): boolean {
  const last = steps.at(-1);
  return last?.kind === 'rule' && last.origin.by === 'api';
}
