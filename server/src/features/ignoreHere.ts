import type { Problem, ProblemFix } from '../check/problem.ts';
import { hasComments } from '../check/suppressions.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import { indentationAt, lineAt, lineEndingOf } from '../text/lines.ts';

/**
 * The comment that silences `problem` at its line, put above it; `undefined` where the file takes no comment there:
 * inside a string, or in the middle of a line that goes on.
 */
export function ignoreHere(problem: Problem, document: AnyDocument): ProblemFix | undefined {
  const { text } = document;
  const { start } = lineAt(text, problem.span.start);
  if (!hasComments(document) || /\\\r?\n?$/.test(text.slice(0, start)) || isInString(document, start)) return undefined;
  const newText = `${indentationAt(text, start)}# preflight: ignore[${problem.rule.name}]${lineEndingOf(text)}`;
  return {
    title: `Ignore ${problem.rule.name} for this line`,
    safety: 'unsafe',
    changes: [{ path: problem.path, edits: [{ span: { start, end: start }, newText }] }],
  };
}

/** Whether a string over several lines is open at `offset`, told by its quotes. */
function isInString({ text }: AnyDocument, offset: number): boolean {
  return ['"""', "'''"].some((quotes) => (text.slice(0, offset).split(quotes).length - 1) % 2 === 1);
}
