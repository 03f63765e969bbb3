import {
  CreateFile,
  DeleteFile,
  type TextEdit as LspTextEdit,
  type Position,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileChange } from '../../text/edit.ts';
import type { Abilities } from './abilities.ts';
import type { Folder } from './folder.ts';
import type { Lines } from './positions.ts';

/** The part of a `WorkspaceEdit` that keeps an order and knows versions. */
export type DocumentChange = NonNullable<WorkspaceEdit['documentChanges']>[number];

const start: Position = { line: 0, character: 0 };

/** Whether the client can carry out all of `changes`. */
export function canApply(
  { changes }: { readonly changes: readonly FileChange[] },
  { createsFiles, deletesFiles }: Abilities,
): boolean {
  return changes.every((change) => ('create' in change ? createsFiles : 'remove' in change ? deletesFiles : true));
}

/**
 * The protocol's form of a change.
 * @param lines of the file as it is now; `undefined` when there is none.
 */
export function documentChanges(folder: Folder, change: FileChange, lines: Lines | undefined): DocumentChange[] {
  const uri = folder.uriOf(change.path);
  if ('create' in change) {
    // A file that is there is written anew, because its encoding is what the fix mends.
    const file = CreateFile.create(uri, { overwrite: lines !== undefined });
    const insert = { range: { start, end: start }, newText: change.create };
    return [file, TextDocumentEdit.create({ uri, version: null }, [insert])];
  }
  if ('remove' in change) return [DeleteFile.create(uri, { ignoreIfNotExists: true })];
  if (!lines) return [];
  const version = folder.documents.get(change.path)?.version ?? null;
  return [TextDocumentEdit.create({ uri, version }, textEdits(change, lines))];
}

function textEdits({ edits }: Extract<FileChange, { edits: unknown }>, lines: Lines): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }));
}

/** An edit in the form that the client takes: with versions, or else by URI. */
export function workspaceEdit(changes: readonly DocumentChange[], { takesVersionedEdits }: Abilities): WorkspaceEdit {
  if (takesVersionedEdits) return { documentChanges: [...changes] };
  const byUri: Record<string, LspTextEdit[]> = {};
  for (const change of changes) {
    if (!TextDocumentEdit.is(change)) continue;
    const edits = change.edits.filter((edit): edit is LspTextEdit => 'newText' in edit && !('snippet' in edit));
    byUri[change.textDocument.uri] = [...(byUri[change.textDocument.uri] ?? []), ...edits];
  }
  return { changes: byUri };
}
