import { type Hover, MarkupKind } from 'vscode-languageserver';
import { featuresAt } from './languageFeatures.ts';
import type { LogDocuments } from './logs/logDocuments.ts';
import { hoverOf, rangeOf } from './logs/logPlaces.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** Answers what is under the pointer. */
export function serveHover(session: Session, documents: OpenDocuments, logs: LogDocuments): void {
  const { connection } = session;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    runSafe<Hover | null>(connection, { name: `Hover in ${uri}`, onError: null }, token, async () => {
      const log = await logs.at(uri);
      const entry = log?.report.entries.find(({ place }) => place.line === position.line);
      if (log && entry) {
        const contents = { kind: MarkupKind.Markdown, value: hoverOf(log, entry) };
        return { contents, range: rangeOf(log, entry.place) };
      }
      const answer = await featuresAt(session, documents, { uri, position }, ({ hover }, document, offset, context) =>
        [hover?.(document, offset, context)].flatMap((found) => found ?? []),
      );
      const [first] = answer?.found ?? [];
      if (!answer || !first) return null;
      const value = answer.found.map(({ markdown }) => markdown).join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: answer.lines.rangeOf(first.span) };
    }),
  );
}
