import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { changesOf } from '../../../features/safeRound.ts';
import { canApply, documentChanges, workspaceEdit } from '../edits.ts';
import type { Session } from '../session.ts';
import { diagnosticOf } from './logDiagnostics.ts';
import type { ExplainedLog } from './logDocuments.ts';
import { rangeOf } from './logPlaces.ts';

/** The fixes of the project's files that the lines of the log in `range` call for. */
export function logActions({ abilities }: Session, log: ExplainedLog, { range }: CodeActionParams): CodeAction[] {
  const { project } = log;
  if (!project || !abilities.takesCodeActions) return [];
  const touched = log.report.entries.filter((entry) => {
    const { start, end } = rangeOf(log, entry.place);
    return start.line <= range.end.line && end.line >= range.start.line;
  });
  return touched.flatMap((entry) =>
    entry.fixes.flatMap((fix): CodeAction[] => {
      const changes = canApply(fix, abilities) ? changesOf(fix) : undefined;
      const edits = [...(changes?.values() ?? [])].flatMap((change) =>
        documentChanges(project.folder, change, project.checked.lines(change.path)),
      );
      if (edits.length === 0) return [];
      const diagnostics = [diagnosticOf(log, entry)];
      const edit = workspaceEdit(edits, abilities);
      return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, edit }];
    }),
  );
}
