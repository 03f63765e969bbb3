import type { AnyDocument } from '../documents/kinds.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Problem } from './problem.ts';

/** What the comments of one file ask to be left unsaid. */
export interface Suppressions {
  covers(problem: Pick<Problem, 'rule' | 'span'>): boolean;
}

/** `# preflight: ignore[rule-name, other-rule]`, or `ignore-file` for the whole file. */
const comment = /#\s*preflight:\s*ignore(-file)?\[([^\]\r\n]*)\]/g;

const none: Suppressions = { covers: () => false };

/**
 * The suppressions in `document`. A comment speaks of its own line; alone on its line, also of the next line that is not
 * a comment. Files without comments, such as vercel.json, have none: there the settings decide.
 */
export function suppressionsIn(document: AnyDocument): Suppressions {
  const { text } = document;
  if (!hasComments(document) || !text.includes('preflight:')) return none;
  const wholeFile = new Set<string>();
  const byLine = new Map<number, Set<string>>();
  for (const match of text.matchAll(comment)) {
    if (!isComment(document, match.index)) continue;
    const rules = (match[2] ?? '').split(',').map((name) => name.trim());
    const targets = match[1] ? [wholeFile] : linesOf(text, match.index).map((line) => setAt(byLine, line));
    for (const target of targets) for (const rule of rules) target.add(rule);
  }
  return {
    covers: ({ rule, span }) =>
      wholeFile.has(rule.name) || (byLine.get(lineAt(text, span.start).start)?.has(rule.name) ?? false),
  };
}

/** Whether a line of `#` can be written into such a file without changing what it means. */
export function hasComments({ kind }: AnyDocument): boolean {
  return kind === 'python' || kind === 'pyproject.toml' || kind === 'Pipfile' || kind === 'requirements.txt';
}

function isComment(document: AnyDocument, offset: number): boolean {
  if (document.kind === 'python') return document.comments.some(({ start, end }) => start <= offset && offset < end);
  return /(^|\s)$/.test(document.text.slice(lineAt(document.text, offset).start, offset));
}

/** Starts of the lines that a comment at `offset` speaks of. */
function linesOf(text: string, offset: number): number[] {
  const own = lineAt(text, offset);
  if (text.slice(own.start, offset).trim() !== '') return [own.start];
  let next: Span = own;
  do {
    if (next.end >= text.length) return [own.start];
    next = lineAt(text, next.end + (text.startsWith('\r\n', next.end) ? 2 : 1));
  } while (/^\s*(#|$)/.test(text.slice(next.start, next.end)));
  return [own.start, next.start];
}

function setAt(sets: Map<number, Set<string>>, line: number): Set<string> {
  const set = sets.get(line) ?? new Set();
  sets.set(line, set);
  return set;
}
