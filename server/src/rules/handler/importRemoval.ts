import type { PythonDocument } from '../../documents/python/document.ts';
import type { Import, ImportFrom } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { contains, type Span } from '../../text/span.ts';
import { isUsed } from './names.ts';
import { removalOf } from './textPieces.ts';

/**
 * Takes the name `name` out of the import at top level that brings it, if nothing uses it once `gone` is gone.
 * No edit where it cannot be told, or where a comment would be lost.
 */
export function importRemoval(document: PythonDocument, name: string, gone: readonly Span[]): TextEdit[] {
  const statement = document.statements.find(
    (candidate): candidate is Import | ImportFrom =>
      (candidate.kind === 'import' || candidate.kind === 'importFrom') && indexOf(candidate, name) >= 0,
  );
  if (!statement || isUsed(document, name, gone)) return [];
  const edit = withoutName(document, statement, indexOf(statement, name));
  const lost = edit && document.comments.some((comment) => contains(edit.span, comment));
  return edit && !lost ? [edit] : [];
}

function indexOf({ names }: Import | ImportFrom, wanted: string): number {
  return names.findIndex(({ name, alias }) => (alias ?? name) === wanted);
}

function withoutName(
  document: PythonDocument,
  { names, span }: Import | ImportFrom,
  index: number,
): TextEdit | undefined {
  const [before, own, after] = [names[index - 1], names[index], names[index + 1]];
  if (!own || names.length === 1) return removalOf(document, span);
  if (after) return { span: { start: own.span.start, end: after.span.start }, newText: '' };
  return before && { span: { start: before.span.end, end: own.span.end }, newText: '' };
}
