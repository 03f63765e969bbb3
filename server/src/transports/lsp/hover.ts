import { type Hover, MarkupKind } from 'vscode-languageserver';
import { featuresAt } from './languageFeatures.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** Answers what is under the pointer. */
export function serveHover(session: Session, documents: OpenDocuments): void {
  const { connection, runtime } = session;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    runSafe<Hover | null>(connection, { name: `Hover in ${uri}`, onError: null }, token, async () => {
      const place = await featuresAt(session, documents, { uri, position });
      const found = place?.features.flatMap(({ hover }) => hover?.(place.document, place.offset, runtime.rules) ?? []);
      const [first] = found ?? [];
      if (!place || !found || !first) return null;
      const value = found.map(({ markdown }) => markdown).join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: place.lines.rangeOf(first.span) };
    }),
  );
}
