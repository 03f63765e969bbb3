import type { Location, Range } from 'vscode-languageserver';
import { entryMarkdown, logPage, type ShownLog } from '../../../features/logPage.ts';
import type { LogPlace } from '../../../logs/analysis.ts';
import type { LogEntry } from '../../../logs/report.ts';
import { relativeTo } from '../../../project/paths.ts';
import type { ExplainedLog } from './logDocuments.ts';

/** The range of a place in a log. Its columns count UTF-16 units. */
export function rangeOf({ document, lines }: ExplainedLog, { line, start, end }: LogPlace): Range {
  const lineStart = document.offsetAt({ line, character: 0 });
  return lines.rangeOf({ start: lineStart + start, end: lineStart + Math.max(start, end) });
}

/** Where in the project an entry comes from. */
export function blameOf({ project, linesOf }: ExplainedLog, { blame }: LogEntry): Location | undefined {
  const range = blame && linesOf(blame.path)?.rangeOf(blame.span);
  return blame && project && range ? { uri: project.folder.uriOf(blame.path), range } : undefined;
}

/** The page that explains the whole log. */
export function pageOf(log: ExplainedLog): string {
  return logPage(shownOf(log));
}

/** What a hover says of an entry. */
export function hoverOf(log: ExplainedLog, entry: LogEntry): string {
  return entryMarkdown(entry, shownOf(log));
}

function shownOf({ report, document, project, linesOf }: ExplainedLog): ShownLog {
  return {
    report,
    line(line) {
      const text = `line ${line + 1}`;
      // A page cannot lead to a document that nobody saved.
      return document.uri.startsWith('untitled:') ? { text } : { text, address: `${document.uri}#L${line + 1}` };
    },
    place(path, span) {
      const line = (linesOf(path)?.positionAt(span.start).line ?? 0) + 1;
      const text = `${project ? relativeTo(project.root, path) : path}:${line}`;
      return { text, address: `${project?.folder.uriOf(path) ?? path}#L${line}` };
    },
  };
}
