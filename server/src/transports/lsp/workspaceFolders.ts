import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { ClosedFiles } from './closedFiles.ts';
import type { Debounce } from './debounce.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { inBackground, safely } from './runSafe.ts';
import type { Session } from './session.ts';

/** What depends on which folders there are. */
interface Dependents {
  readonly documents: OpenDocuments;
  readonly closedFiles: ClosedFiles;
  readonly refresh: Debounce<'all'>;
}

/** Follows the client when folders are added to its workspace or removed from it. */
export function serveWorkspaceFolders(session: Session, { documents, closedFiles, refresh }: Dependents): void {
  const { connection, folders } = session;
  const handle = safely<WorkspaceFoldersChangeEvent>(connection, 'Changed folders', ({ added, removed }) => {
    const gone = folders.remove(removed.map(({ uri }) => uri));
    const swallowed = folders.add(added.map(({ uri }) => uri));
    documents.reassign();
    refresh.schedule('all');
    for (const folder of [...gone, ...swallowed]) {
      void inBackground(connection, `Removal of ${folder.uri}`, () => closedFiles.forget(folder));
    }
  });
  connection.workspace.onDidChangeWorkspaceFolders(handle);
}
