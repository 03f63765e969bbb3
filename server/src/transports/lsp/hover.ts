import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Hover as FoundHover } from '../../features/completion.ts';
import { offeredAt } from './languageFeatures.ts';
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
      const offered = await offeredAt<FoundHover>(
        session,
        documents,
        { uri, position },
        {
          ask: ({ hover }, document, offset, site) => present(hover?.(document, offset, runtime.rules, site)),
          askSchema: async (schema, text, offset) => present(await schema.hover(text, offset)),
        },
      );
      const [first] = offered?.answers ?? [];
      if (!offered || !first) return null;
      const value = offered.answers.map(({ markdown }) => markdown).join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: offered.lines.rangeOf(first.span) };
    }),
  );
}

function present<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}
