import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { resolveDeployment } from '../../deployment/resolve.ts';
import type { RouteRequest } from '../../deployment/routing/matching.ts';
import { explainRoute, requestFor, type StepModel } from '../../features/explainRoute.ts';
import type { Files } from '../../project/files.ts';
import { isWithin } from '../../project/paths.ts';
import type { Folder } from './folder.ts';
import { Lines } from './positions.ts';
import {
  type ExplainRouteParams,
  type ExplainRouteResult,
  explainRouteRequest,
  type RouteExplanation,
} from './protocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { uriOf } from './uris.ts';

/** Answers `vercelPreflight/explainRoute`. */
export function serveExplainRoute(session: Session): void {
  const { connection } = session;
  const failed = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The route could not be explained.');
  connection.onRequest(explainRouteRequest, (params, token: CancellationToken) => {
    const request = requestFor(params.path, params.method);
    if (!request) return new ResponseError<void>(LSPErrorCodes.RequestFailed, `"${params.path}" is no request path.`);
    return runSafe<ExplainRouteResult>(connection, { name: 'Explain route', onError: failed }, token, async () => {
      const roots = await rootsOf(session);
      const projects = roots.map(({ folder, root }) => ({ root, uri: uriOf(folder.uri, root) }));
      const meant = rootMeant(session, roots, params);
      return meant ? { projects, explanation: await explained(session, meant, request) } : { projects };
    });
  });
}

interface Root {
  readonly folder: Folder;
  readonly root: string;
}

async function rootsOf({ folders }: Session): Promise<Root[]> {
  const all = await Promise.all(
    folders.all().map(async (folder) => (await folders.rootsOf(folder)).map((root) => ({ folder, root }))),
  );
  return all.flat();
}

/** The folder that is named, else the innermost root around the document, else the only one. */
function rootMeant({ folders }: Session, roots: readonly Root[], params: ExplainRouteParams): Root | undefined {
  if (params.folder !== undefined) {
    const [place] = folders.places(params.folder);
    return place ? { folder: place.folder, root: place.path } : { folder: folders.adopt(params.folder), root: '' };
  }
  const places = params.near === undefined ? [] : folders.places(params.near);
  const around = roots.filter(({ folder, root }) =>
    places.some((place) => place.folder === folder && isWithin(place.path, root)),
  );
  const innermost = around.sort((a, b) => b.root.length - a.root.length)[0];
  return innermost ?? (roots.length === 1 ? roots[0] : undefined);
}

async function explained(session: Session, { folder, root }: Root, request: RouteRequest): Promise<RouteExplanation> {
  const answer = await folder.workspace.ask((files) => ({
    value: explanationOf(session, files, { folder, root }, request),
  }));
  if (!answer) throw new Error('a question about the files was given up');
  return answer.value;
}

function explanationOf(
  session: Session,
  files: Files,
  { folder, root }: Root,
  request: RouteRequest,
): RouteExplanation {
  const project = { root, files };
  const { answer, steps } = explainRoute(project, resolveDeployment(project), request);
  const { path, query, method } = request;
  return {
    title: `${method} ${path}${query ? `?${query}` : ''}`,
    answer: answer.text,
    certain: answer.certain,
    steps: steps.map(({ text, place }) => ({ text, ...locationOf(place, { session, files, folder }) })),
  };
}

interface Around {
  readonly session: Session;
  readonly files: Files;
  readonly folder: Folder;
}

function locationOf(
  place: StepModel['place'],
  { session, files, folder }: Around,
): Pick<RouteExplanation['steps'][number], 'location'> {
  const text = place && files.source(place.path)?.text;
  if (!place || text === undefined) return {};
  const range = new Lines(text, session.abilities.positionEncoding).rangeOf(place.span);
  return { location: { uri: folder.uriOf(place.path), range } };
}
