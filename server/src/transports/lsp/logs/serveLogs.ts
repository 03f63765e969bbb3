import {
  type CancellationToken,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
} from 'vscode-languageserver';
import { linesOf } from '../../../logs/reader.ts';
import { logSections } from '../../../logs/sections.ts';
import { type ExplainLogResult, explainLogRequest } from '../protocol.ts';
import { runSafe } from '../runSafe.ts';
import type { Session } from '../session.ts';
import type { ExplainedLog, LogDocuments } from './logDocuments.ts';
import { outputProblems } from './logOutput.ts';
import { pageOf, rangeOf } from './logPlaces.ts';
import { type ExplainOutputResult, explainOutputRequest } from './outputProtocol.ts';

/** Answers what an editor asks of a log beside diagnostics, hovers, fixes and links: outline and page. */
export function serveLogs(session: Session, logs: LogDocuments): void {
  const { connection } = session;
  const answer = <T>(name: string, none: T, of: (log: ExplainedLog) => T | Promise<T>) => {
    return ({ textDocument: { uri } }: { textDocument: { uri: string } }, token: CancellationToken) =>
      runSafe<T>(connection, { name: `${name} of ${uri}`, onError: none }, token, async () => {
        const log = await logs.at(uri);
        return log ? of(log) : none;
      });
  };
  connection.onDocumentSymbol(answer<DocumentSymbol[]>('Outline', [], outlineOf));
  const failed = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The log could not be explained.');
  connection.onRequest(explainLogRequest, ({ uri }, token: CancellationToken) =>
    runSafe<ExplainLogResult>(connection, { name: `Explanation of ${uri}`, onError: failed }, token, async () => {
      const log = await logs.at(uri);
      return log ? { markdown: pageOf(log) } : {};
    }),
  );
  connection.onRequest(explainOutputRequest, (params, token: CancellationToken) =>
    runSafe<ExplainOutputResult>(connection, { name: 'Explanation of an output', onError: failed }, token, () =>
      outputProblems(logs, params),
    ),
  );
}

/** The phases of the log. */
export function logFolds({ document }: ExplainedLog): FoldingRange[] {
  return logSections(linesOf(document.getText()))
    .filter(({ first, last }) => last > first)
    .map(({ first, last }) => ({ startLine: first, endLine: last, kind: FoldingRangeKind.Region }));
}

/** The phases, and what the log says of the failure. */
function outlineOf(log: ExplainedLog): DocumentSymbol[] {
  // Behind the end of a line is its end.
  const end = (line: number) => log.lines.positionAt(log.lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }));
  const phases = logSections(linesOf(log.document.getText())).map(({ title, first, last }): DocumentSymbol => {
    const start = { line: first, character: 0 };
    return {
      name: title,
      kind: SymbolKind.Module,
      range: { start, end: end(last) },
      selectionRange: { start, end: end(first) },
    };
  });
  const entries = log.report.entries.map((entry): DocumentSymbol => {
    const range = rangeOf(log, entry.place);
    return { name: entry.title || entry.signature.name, kind: SymbolKind.Event, range, selectionRange: range };
  });
  return [...phases, ...entries].sort((a, b) => a.range.start.line - b.range.start.line);
}
