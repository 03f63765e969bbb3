import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { resolveDeployment } from '../../deployment/resolve.ts';
import { environmentInventory, type ProjectVariables } from '../../features/environmentInventory.ts';
import { environmentPage, type ShownInventory } from '../../features/environmentPage.ts';
import type { Files } from '../../project/files.ts';
import { type AskedVariables, type EnvironmentPage, environmentRequest } from './environmentProtocol.ts';
import type { Folder } from './folder.ts';
import { Lines } from './positions.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { shownRoot } from './shownRoot.ts';

/** Answers `vercelPreflight/environment`. */
export function serveEnvironment(session: Session): void {
  const { connection } = session;
  const onError = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The variables could not be listed.');
  connection.onRequest(environmentRequest, ({ asked = [] }, token: CancellationToken) =>
    runSafe<EnvironmentPage>(connection, { name: 'Environment', onError }, token, async () => ({
      markdown: environmentPage(await shownInventories(session, asked)),
    })),
  );
}

/** Those of the roots of all folders. */
async function shownInventories(session: Session, asked: readonly AskedVariables[]): Promise<ShownInventory[]> {
  const { folders } = session;
  const shown: ShownInventory[] = [];
  for (const folder of folders.all()) {
    for (const root of await folders.rootsOf(folder)) {
      const own = asked.find((one) => isAt(session, one.root, { folder, root }));
      const variables = own && { environment: own.environment, names: new Set(own.names) };
      const answer = await folder.workspace.ask((files) => inventoryIn(session, files, { folder, root, variables }));
      if (!answer) throw new Error('a question about the files was given up');
      shown.push(answer);
    }
  }
  return shown;
}

interface Root {
  readonly folder: Folder;
  readonly root: string;
  /** The variables of its Vercel project, where somebody asked for them. */
  readonly variables?: ProjectVariables | undefined;
}

/** Whether `uri` is that of the root. */
function isAt({ folders }: Session, uri: string, { folder, root }: Root): boolean {
  return folders.places(uri).some((place) => place.folder === folder && place.path === root);
}

function inventoryIn({ folders, abilities }: Session, files: Files, { folder, root, variables }: Root): ShownInventory {
  const project = { root, files };
  const inventory = environmentInventory(project, resolveDeployment(project), variables);
  const places = [...inventory.variables.flatMap((one) => [...one.reads, ...one.places]), ...inventory.unread];
  const lines = new Map(
    places.map(({ path }) => [path, new Lines(files.source(path)?.text ?? '', abilities.positionEncoding)]),
  );
  const checked = { lines: (path: string) => lines.get(path) };
  return { inventory, ...shownRoot({ folder, root, checked }, folders.all().length === 1) };
}
