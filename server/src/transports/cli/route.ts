import { resolveDeployment } from '../../deployment/resolve.ts';
import type { RouteRequest } from '../../deployment/routing/matching.ts';
import { platform } from '../../facts/platform.ts';
import { explainRoute, type RouteExplanation, requestFor } from '../../features/explainRoute.ts';
import type { Files } from '../../project/files.ts';
import { deploymentRoots } from '../../project/roots.ts';
import { lastValue } from './arguments.ts';
import type { Command } from './commandSpec.ts';
import { directoryNamed } from './directory.ts';
import { asJson } from './formats/json.ts';
import { routeJson, routeText } from './formats/route.ts';
import { styleFor } from './formats/style.ts';
import { UsageError } from './host.ts';
import { Lines } from './positions.ts';
import { ask, noteUnreadable, type Session, sessionOf } from './session.ts';

const formats = ['text', 'json'] as const;

export const route: Command = {
  name: 'route',
  positionals: ['PATH', 'DIR'],
  needed: 1,
  summary: 'what answers a request path, step by step',
  details:
    'Says what answers a request for PATH, such as /api/users?page=2, once DIR is deployed: each rule of vercel.json that\n' +
    'applies, each file and function that is looked for, and the path that the application sees in the end.\n' +
    'What no file decides, such as a cookie or what Next.js builds, is said to be unknown.',
  options: {
    method: { value: 'METHOD', help: 'the method of the request; GET unless given' },
    format: { value: 'FORMAT', choices: formats, help: 'how to print it' },
  },

  async run(host, args) {
    const [target = '', folder = '.'] = args.positionals;
    const request = requestNamed(target, lastValue(args, 'method', 'GET'));
    const directory = await directoryNamed(host, folder);
    const session = await sessionOf(host, directory);
    const root = await rootIn(session);
    const { explanation, lines } = await ask(session, (files) => explained(files, root, request));
    const named = {
      root,
      name: directory.nameOf(root),
      explanation,
      lines,
      shown: (path: string) => directory.shown(path),
    };
    const isJson = lastValue<(typeof formats)[number]>(args, 'format', 'text') === 'json';
    const { builder, cli, date } = platform;
    await host.stdout(
      isJson
        ? asJson({ version: 1, describes: { builder, cli, date }, ...routeJson(named) })
        : `${routeText(named, styleFor(host))}\n`,
    );
    await noteUnreadable(host, session);
    return 0;
  },
};

function requestNamed(target: string, method: string): RouteRequest {
  const request = requestFor(target, method);
  if (request) return request;
  if (!/^[A-Za-z]+$/.test(method)) throw new UsageError(`--method is a word such as GET or POST, not "${method}".`);
  throw new UsageError(`"${target}" is no request path. Write it as in /api/users?page=2.`);
}

interface Explained {
  readonly explanation: RouteExplanation;
  /** The lines of each file that a step points at. */
  readonly lines: ReadonlyMap<string, Lines>;
}

function explained(files: Files, root: string, request: RouteRequest): Explained {
  const project = { root, files };
  const explanation = explainRoute(project, resolveDeployment(project), request);
  const lines = new Map<string, Lines>();
  for (const { place } of explanation.steps) {
    const source = place && files.source(place.path);
    if (place && source) lines.set(place.path, new Lines(source.text));
  }
  return { explanation, lines };
}

/** The folder itself, or the only one in it that says it is deployed. */
export async function rootIn(session: Session): Promise<string> {
  const roots = await ask(session, (files) => deploymentRoots(files));
  const [first = ''] = roots;
  if (roots.includes('')) return '';
  if (roots.length < 2) return first;
  const names = roots.map((root) => session.directory.shown(root)).join(', ');
  throw new UsageError(`Several folders in it are deployed by themselves. Name one of them as DIR: ${names}.`);
}
