import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import { ignoreHere } from '../../features/ignoreHere.ts';
import { ignoreInProject } from '../../features/ignoreInProject.ts';
import { type QuickFix, quickFixes } from '../../features/quickFixes.ts';
import { changesOf } from '../../features/safeRound.ts';
import { touches } from '../../text/span.ts';
import { fixAllKind, isWanted } from './actionKinds.ts';
import { diagnosticOf } from './convert.ts';
import { canApply, documentChanges, workspaceEdit } from './edits.ts';
import { explainRuleCommand } from './explain.ts';
import { fixDocument } from './fixAll.ts';
import type { Place } from './folders.ts';
import { logActions } from './logs/logActions.ts';
import type { LogDocuments } from './logs/logDocuments.ts';
import { logLinesOf, openLogLineCommand } from './logs/logLines.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { type LocatedProblem, problemsAt } from './problems.ts';
import { refactorActions } from './refactorings.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** Answers what the light bulb asks. */
export function serveCodeActions(session: Session, documents: OpenDocuments, logs: LogDocuments): void {
  session.connection.onCodeAction((params, token) => {
    const guarded = { name: `Code actions of ${params.textDocument?.uri}`, onError: [] };
    return runSafe<CodeAction[]>(session.connection, guarded, token, async () => {
      const log = await logs.at(params.textDocument.uri);
      if (log) return isWanted(CodeActionKind.QuickFix, params.context) ? logActions(session, log, params) : [];
      const place = await documents.placeOf(params.textDocument.uri);
      if (!place || !session.abilities.takesCodeActions || !(await place.folder.settings()).enable) return [];
      return [
        ...(await fixActions(session, logs, place, params)),
        ...(await fixAllActions(session, place, params.context)),
        ...(await refactorActions(session, place, params.context)),
      ];
    });
  });
}

async function fixActions(
  session: Session,
  logs: LogDocuments,
  place: Place,
  { range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  if (!isWanted(CodeActionKind.QuickFix, context)) return [];
  const located = await problemsAt(place);
  const lines = located[0]?.checked.lines(place.path);
  if (!lines) return [];
  const span = lines.spanOf(range);
  const fixes = quickFixes(
    located.map(({ problem }) => problem),
    span,
  );
  const touched = located.filter(({ problem }) => touches(problem.span, span));
  const actions = [...fixes, ...ignoring(touched)].flatMap((quickFix) => {
    const checked = located.find(({ problem }) => problem === quickFix.problem)?.checked;
    return checked ? fixAction(session, { ...quickFix, checked, place }, context.diagnostics) : [];
  });
  const shown = await showingLogs(session, logs, place, touched);
  return [...actions, ...shown, ...explaining(session, place, touched, context)];
}

/** Below the fixes: to be told nothing of it again, here or anywhere. */
function ignoring(touched: readonly LocatedProblem[]): QuickFix[] {
  return touched.flatMap(({ problem, checked: { report } }) => {
    const document = report.project.files.document(problem.path);
    const here = document && ignoreHere(problem, document);
    const fixes = [...(here ? [here] : []), ...ignoreInProject(problem, report)];
    return fixes.map((fix) => ({ problem, fix, isPreferred: false }));
  });
}

/** The way back to the line of a deployment log that speaks of a problem here. */
async function showingLogs(
  { abilities }: Session,
  logs: LogDocuments,
  place: Place,
  located: readonly LocatedProblem[],
): Promise<CodeAction[]> {
  if (!abilities.commands.includes(openLogLineCommand)) return [];
  const lines = await logLinesOf(logs, place, located);
  return lines.map(({ located: { problem, checked }, name, location }) => {
    const title = `Show the line of the deployment log${lines.length > 1 ? ` ${name}` : ''}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(problem, checked, place.folder)],
      command: { title, command: openLogLineCommand, arguments: [location] },
    };
  });
}

/** At the end: the page of each rule that found something here. */
function explaining(session: Session, place: Place, located: readonly LocatedProblem[], context: CodeActionContext) {
  if (!session.abilities.commands.includes(explainRuleCommand)) return [];
  const byRule = new Map(located.map((one) => [one.problem.rule.name, one]));
  return [...byRule].map(([name, { problem, checked }]): CodeAction => {
    const title = `Explain ${name}`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: sameDiagnostics(context.diagnostics, diagnosticOf(problem, checked, place.folder)),
      command: { title, command: explainRuleCommand, arguments: [name] },
    };
  });
}

type LocatedFix = QuickFix & Pick<LocatedProblem, 'checked'> & { readonly place: Place };

function fixAction({ abilities }: Session, located: LocatedFix, shown: readonly Diagnostic[]): CodeAction[] {
  const { problem, fix, isPreferred, checked, place } = located;
  const changes = canApply(fix, abilities) ? changesOf(fix) : undefined;
  if (!changes) return [];
  const edits = [...changes.values()].flatMap((change) =>
    documentChanges(place.folder, change, checked.lines(change.path)),
  );
  const diagnostic = diagnosticOf(problem, checked, place.folder);
  const action = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: sameDiagnostics(shown, diagnostic),
    edit: workspaceEdit(edits, abilities),
  };
  return edits.length > 0 ? [isPreferred ? { ...action, isPreferred } : action] : [];
}

/** What the client shows of this problem: told by its code, and where a rule found several by its place. */
function sameDiagnostics(shown: readonly Diagnostic[], { code, range }: Diagnostic): Diagnostic[] {
  const sameCode = shown.filter((diagnostic) => diagnostic.code === code);
  const samePlace = sameCode.filter((diagnostic) => JSON.stringify(diagnostic.range) === JSON.stringify(range));
  return samePlace.length > 0 ? samePlace : sameCode;
}

async function fixAllActions(session: Session, place: Place, context: CodeActionContext): Promise<CodeAction[]> {
  // The light bulb asks at every movement of the caret, and shows no source actions.
  if (!context.only && context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  if (!isWanted(fixAllKind, context)) return [];
  const { edit, fixed } = await fixDocument(session, place);
  if (fixed === 0) return [];
  return [{ title: 'Fix all safe problems of this file', kind: fixAllKind, edit }];
}
