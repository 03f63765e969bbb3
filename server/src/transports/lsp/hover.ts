import { type Hover, MarkupKind } from 'vscode-languageserver';
import { featuresAt } from './languageFeatures.ts';
import type { LogDocuments } from './logs/logDocuments.ts';
import { hoverOf, rangeOf } from './logs/logPlaces.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** Answers what is under the pointer. */
export function serveHover(session: Session, documents: OpenDocuments, logs: LogDocuments): void {
  const { connection, runtime } = session;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    runSafe<Hover | null>(connection, { name: `Hover in ${uri}`, onError: null }, token, async () => {
      const log = await logs.at(uri);
      const entry = log?.report.entries.find(({ place }) => place.line === position.line);
      if (log && entry) {
        const contents = { kind: MarkupKind.Markdown, value: hoverOf(log, entry) };
        return { contents, range: rangeOf(log, entry.place) };
      }
      const place = await featuresAt(session, documents, { uri, position });
      const found = place?.features.flatMap(({ hover }) => hover?.(place.document, place.offset, runtime.rules) ?? []);
      const [first] = found ?? [];
      if (!place || !found || !first) return null;
      const value = found.map(({ markdown }) => markdown).join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: place.lines.rangeOf(first.span) };
    }),
  );
}
