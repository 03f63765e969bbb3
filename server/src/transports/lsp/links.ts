import type { DocumentLink } from 'vscode-languageserver';
import { featuresIn } from './languageFeatures.ts';
import type { LogDocuments } from './logs/logDocuments.ts';
import { linksIn } from './logs/logLinks.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** Answers what leads out of a document: of a log, or of a file of the project. */
export function serveLinks(session: Session, documents: OpenDocuments, logs: LogDocuments): void {
  const { connection } = session;
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    runSafe<DocumentLink[]>(connection, { name: `Links of ${uri}`, onError: [] }, token, async () => {
      const log = await logs.at(uri);
      if (log) return linksIn(log);
      const answer = await featuresIn(session, documents, uri, ({ links }, document, context) =>
        links ? links(document, context) : [],
      );
      if (!answer) return [];
      return answer.found.map(({ span, target, tooltip }) => ({
        range: answer.lines.rangeOf(span),
        target: 'url' in target ? target.url : answer.folder.uriOf(target.path),
        tooltip,
      }));
    }),
  );
}
