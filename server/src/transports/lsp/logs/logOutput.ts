import type { Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LogEntry, verdictOf } from '../../../logs/report.ts';
import { inside } from '../../../project/paths.ts';
import { diagnosticOf } from './logDiagnostics.ts';
import { type ExplainedLog, type LogDocuments, logLanguage } from './logDocuments.ts';
import { blameOf } from './logPlaces.ts';
import type { ExplainOutputParams, ExplainOutputResult } from './outputProtocol.ts';

/** Tells these problems from those that the files alone prove: an output says that it happened. */
const source = 'vercel';

/**
 * What `vercel` printed in a terminal, as problems of the files it comes from: the verdict, and what had a part in it where
 * the project has a place for that.
 */
export async function outputProblems(
  logs: LogDocuments,
  { text, folder }: ExplainOutputParams,
): Promise<ExplainOutputResult> {
  const log = await logs.explain(TextDocument.create('vercel-preflight-output:', logLanguage, 1, text), folder);
  const verdict = verdictOf(log.report);
  const first = verdict && (await placeOf(log, verdict));
  const others = log.report.entries.filter(({ part }) => part === 'contributing');
  const located = [
    ...(verdict && first ? [{ entry: verdict, place: first }] : []),
    ...others.flatMap((entry) => {
      const place = blameOf(log, entry);
      return place ? [{ entry, place }] : [];
    }),
  ];
  const problems = located.map(({ entry, place: { uri, range } }) => {
    const { relatedInformation: _, ...diagnostic } = diagnosticOf(log, entry);
    return { uri, diagnostic: { ...diagnostic, range, source } };
  });
  return { problems, ...(verdict ? { verdict: verdict.title } : {}) };
}

/** Where the verdict is shown: its own place, that of another line about the same failure, or what says how it is deployed. */
async function placeOf(log: ExplainedLog, verdict: LogEntry): Promise<Location | undefined> {
  const [place] = [verdict, ...log.report.entries].flatMap((entry) => blameOf(log, entry) ?? []);
  if (place || !log.project) return place;
  const { folder, root } = log.project;
  const path = inside(root, 'vercel.json');
  const isThere = await folder.workspace.ask((files) => files.has(path));
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  return isThere ? { uri: folder.uriOf(path), range } : undefined;
}
