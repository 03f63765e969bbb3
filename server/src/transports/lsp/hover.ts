import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { describedHover } from '../../features/vercelJson/described.ts';
import { featuresAt } from './languageFeatures.ts';
import type { LogDocuments } from './logs/logDocuments.ts';
import { hoverOf, rangeOf } from './logs/logPlaces.ts';
import type { OpenDocuments } from './openDocuments.ts';
import type { SchemaAware } from './protocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { fromVercelSchema } from './vercelSchema.ts';

/** Answers what is under the pointer. */
export function serveHover(session: Session, documents: OpenDocuments, logs: LogDocuments): void {
  const { connection } = session;
  connection.onHover((params: HoverParams & SchemaAware, token) => {
    const { uri } = params.textDocument;
    const { position } = params;
    return runSafe<Hover | null>(connection, { name: `Hover in ${uri}`, onError: null }, token, async () => {
      const log = await logs.at(uri);
      const entry = log?.report.entries.find(({ place }) => place.line === position.line);
      if (log && entry) {
        const contents = { kind: MarkupKind.Markdown, value: hoverOf(log, entry) };
        return { contents, range: rangeOf(log, entry.place) };
      }
      const answer = await featuresAt(session, documents, { uri, position }, ({ hover }, document, offset, context) =>
        [hover?.(document, offset, context)].flatMap((found) => found ?? []),
      );
      if (!answer) return null;
      const { lines, document } = answer;
      const described = await fromVercelSchema(session, params, document, (language, { text }) =>
        describedHover(language, text, lines.offsetAt(position)),
      );
      const found = [...answer.found, ...(described ? [described] : [])];
      const [first] = found;
      if (!first) return null;
      const value = found.map(({ markdown }) => markdown).join('\n\n---\n\n');
      return { contents: { kind: MarkupKind.Markdown, value }, range: lines.rangeOf(first.span) };
    });
  });
}
