import {
  AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Deployment } from '../../deployment/deployment.ts';
import { resolveDeployment } from '../../deployment/resolve.ts';
import {
  loggingOffers,
  modernised,
  type Offer,
  type Refactoring,
  refactoringsAt,
  removeLoggingTitle,
} from '../../features/refactorings.ts';
import type { Files } from '../../project/files.ts';
import type { Project } from '../../project/project.ts';
import { isWanted } from './actionKinds.ts';
import { canApply, type DocumentChange, documentChanges, workspaceEdit } from './edits.ts';
import type { Folder } from './folder.ts';
import type { Place } from './folders.ts';
import { Lines } from './positions.ts';
import { rootsThatSee } from './problems.ts';
import { type RefactorParams, type RefactorResult, refactorRequest } from './refactorProtocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** What the menu "Refactor..." holds of ours. They are about the file as a whole, so the light bulb does not light up for them. */
export async function refactorActions(
  session: Session,
  place: Place,
  context: CodeActionContext,
): Promise<CodeAction[]> {
  const kind = CodeActionKind.RefactorRewrite;
  const isAskedFor = context.only !== undefined;
  if (!isWanted(kind, context) || (!isAskedFor && context.triggerKind === CodeActionTriggerKind.Automatic)) return [];
  const root = rootsThatSee(await place.folder.roots(), place.path).at(-1);
  if (root === undefined) return [];
  const offers = await ask(place.folder, root, (project, deployment) =>
    refactoringsAt(project, deployment, place.path).map((offer) => ({
      offer,
      edit: editOf(session, place.folder, project.files, offer),
    })),
  );
  return offers.flatMap(({ offer, edit }): CodeAction[] => {
    const { title } = offer;
    if (edit) return [{ title, kind, edit }];
    const isShown = 'reason' in offer && isAskedFor && session.abilities.showsDisabled;
    return isShown ? [{ title, kind, disabled: { reason: offer.reason } }] : [];
  });
}

/** Answers `vercelPreflight/refactor`. */
export function serveRefactorings(session: Session): void {
  const { connection } = session;
  const onError = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The change could not be worked out.');
  connection.onRequest(refactorRequest, (params, token: CancellationToken) =>
    runSafe<RefactorResult>(connection, { name: 'Refactor', onError }, token, () => answer(session, params)),
  );
}

async function answer(session: Session, { uri, what }: RefactorParams): Promise<RefactorResult> {
  const [place] = session.folders.places(uri);
  const isRoot = what === 'modernise';
  const root = place && (isRoot ? place.path : rootsThatSee(await place.folder.roots(), place.path).at(-1));
  if (!place || root === undefined) return { reasons: ['The file belongs to no project that goes to Vercel.'] };
  return ask(place.folder, root, (project, deployment): RefactorResult => {
    const offers = isRoot ? undefined : loggingOffers(project, deployment, place.path);
    const { refactoring, reasons } = offers ? chosen(offers, what) : modernised(project, deployment);
    const edit = refactoring && editOf(session, place.folder, project.files, refactoring);
    return { reasons, ...(edit ? { edit } : {}) };
  });
}

/** The offer that was asked for, or why there is none. */
function chosen(offers: readonly Offer[], what: RefactorParams['what']): ReturnType<typeof modernised> {
  const [offer] = offers;
  const isAdding = what === 'addTemporaryLogging';
  if (!offer)
    return { reasons: [isAdding ? 'The file is no entrypoint of the deployment.' : 'The file has no such lines.'] };
  if ('reason' in offer) return { reasons: [isAdding ? offer.reason : 'The file has no such lines.'] };
  const isThere = offer.title === removeLoggingTitle;
  if (isThere === isAdding)
    return { reasons: [isAdding ? 'The lines are there already.' : 'The file has no such lines.'] };
  return { refactoring: offer, reasons: [] };
}

/** The answer to `question`, as things stand when it arrives. */
async function ask<T>(
  folder: Folder,
  root: string,
  question: (project: Project, deployment: Deployment) => T,
): Promise<T> {
  const found = await folder.workspace.ask((files) => {
    const project = { root, files };
    return { value: question(project, resolveDeployment(project)) };
  });
  if (!found) throw new Error('a question about the files was given up');
  return found.value;
}

/** `undefined` where there is nothing to change, or the client cannot carry it out. */
function editOf({ abilities }: Session, folder: Folder, files: Files, offer: Offer): WorkspaceEdit | undefined {
  if ('reason' in offer || !offer.steps.every((step) => canApply(step, abilities))) return undefined;
  const changes = offer.steps.map(({ changes: all }) =>
    all.flatMap((change) => {
      const text = files.source(change.path)?.text;
      return documentChanges(
        folder,
        change,
        text === undefined ? undefined : new Lines(text, abilities.positionEncoding),
      );
    }),
  );
  const isShownFirst = offer.isReviewed && abilities.takesVersionedEdits && abilities.takesAnnotations;
  return isShownFirst ? annotated(offer, changes) : workspaceEdit(changes.flat(), abilities);
}

/** The changes of each step under a name of their own, which the client shows before it makes them. */
function annotated({ steps }: Refactoring, changes: readonly (readonly DocumentChange[])[]): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  for (const [index, { label, description }] of steps.entries()) {
    changeAnnotations[`step ${index + 1}`] = { label, description, needsConfirmation: true };
  }
  const documentChanges = changes.flatMap((all, index) => all.map((change) => named(change, `step ${index + 1}`)));
  return { documentChanges, changeAnnotations };
}

function named(change: DocumentChange, annotationId: string): DocumentChange {
  if (!TextDocumentEdit.is(change)) return { ...change, annotationId };
  const edits = change.edits.flatMap((edit) =>
    'newText' in edit ? [AnnotatedTextEdit.replace(edit.range, edit.newText, annotationId)] : [],
  );
  return { textDocument: change.textDocument, edits };
}
