import { type FoldingRange, FoldingRangeKind, type SelectionRange } from 'vscode-languageserver';
import { type AnyDocument, kindOf } from '../../documents/kinds.ts';
import { foldsIn } from '../../features/folding.ts';
import { selectionAt } from '../../features/selection.ts';
import type { Span } from '../../text/span.ts';
import type { LogDocuments } from './logs/logDocuments.ts';
import { logFolds } from './logs/serveLogs.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { Lines } from './positions.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

const foldKinds = { region: FoldingRangeKind.Region, comment: FoldingRangeKind.Comment } as const;

/**
 * Answers what can be folded and what a growing selection takes in, where no one else does. Elsewhere the answer is null and
 * no empty list: an editor that gets a list no longer looks for itself, at the indentation of a Python file, say.
 */
export function serveStructure(session: Session, documents: OpenDocuments, logs: LogDocuments): void {
  const { connection } = session;
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    runSafe<FoldingRange[] | null>(connection, { name: `Folding of ${uri}`, onError: null }, token, async () => {
      const log = await logs.at(uri);
      if (log) return logFolds(log);
      const { document, lines } = (await documentAt(session, documents, uri)) ?? {};
      const folds = document && foldsIn(document);
      return folds && lines ? folds.map(({ span, kind }) => foldOf(lines, span, foldKinds[kind])) : null;
    }),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    runSafe<SelectionRange[] | null>(connection, { name: `Selection in ${uri}`, onError: null }, token, async () => {
      const { document, lines } = (await documentAt(session, documents, uri)) ?? {};
      if (!document || !lines) return null;
      const chains = positions.map((position) => selectionAt(document, lines.offsetAt(position)));
      return chains.every((spans) => spans !== undefined) ? chains.map((spans) => selectionOf(lines, spans)) : null;
    }),
  );
}

interface OpenDocument {
  readonly document: AnyDocument;
  readonly lines: Lines;
}

/** The document that is open at `uri`; `undefined` for files of other kinds, and in folders that are not checked. */
async function documentAt(
  { abilities }: Session,
  documents: OpenDocuments,
  uri: string,
): Promise<OpenDocument | undefined> {
  const place = await documents.placeOf(uri);
  if (!place || !kindOf(place.path) || !(await place.folder.settings()).enable) return undefined;
  const document = await place.folder.workspace.ask((files) => files.document(place.path));
  return document && { document, lines: new Lines(document.text, abilities.positionEncoding) };
}

function foldOf(lines: Lines, span: Span, kind: FoldingRangeKind): FoldingRange {
  const { start, end } = lines.rangeOf(span);
  return { startLine: start.line, endLine: end.line, kind };
}

/** The protocol has the smallest outermost. */
function selectionOf(lines: Lines, spans: readonly Span[]): SelectionRange {
  const [first = { start: 0, end: 0 }, ...others] = [...spans].reverse();
  const start: SelectionRange = { range: lines.rangeOf(first) };
  return others.reduce<SelectionRange>((parent, span) => ({ range: lines.rangeOf(span), parent }), start);
}
