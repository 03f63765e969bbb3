import type { AnyDocument } from '../documents/kinds.ts';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Problem } from './problem.ts';

/** The name of a rule in a comment that silences it. */
export interface SuppressedName {
  readonly name: string;
  readonly span: Span;
  /** The comment, from `#` to `]`. */
  readonly comment: Span;
}

/** What the comments of one file ask to be left unsaid. */
export interface Suppressions {
  /** Every name in every such comment, in the order of the text. */
  readonly names: readonly SuppressedName[];
  /** The names for which `problem` is left unsaid; none: it is said. */
  covering(problem: Pick<Problem, 'rule' | 'span'>): readonly SuppressedName[];
}

/** `# preflight: ignore[rule-name, other-rule]`, or `ignore-file` for the whole file. */
const comment = /#\s*preflight:\s*ignore(-file)?\[([^\]\r\n]*)\]/g;

const none: Suppressions = { names: [], covering: () => [] };

interface Targeted {
  readonly suppressed: SuppressedName;
  /** Starts of the lines that are meant; absent for the whole file. */
  readonly lines?: readonly number[];
}

/**
 * The suppressions in `document`. A comment speaks of its own line; alone on its line, also of the next line that is not
 * a comment. Files without comments, such as vercel.json, have none: there the configuration decides.
 */
export function suppressionsIn(document: AnyDocument): Suppressions {
  const { text } = document;
  if (!hasComments(document) || !text.includes('preflight:')) return none;
  const all = [...text.matchAll(comment)].flatMap((match) =>
    isComment(document, match.index) ? named(text, match) : [],
  );
  return {
    names: all.map(({ suppressed }) => suppressed),
    covering({ rule, span }) {
      const line = lineAt(text, span.start).start;
      const isMeant = ({ suppressed, lines }: Targeted) =>
        suppressed.name === rule.name && (lines === undefined || lines.includes(line));
      return all.filter(isMeant).map(({ suppressed }) => suppressed);
    },
  };
}

/** Whether a line of `#` can be written into such a file without changing what it means. */
export function hasComments({ kind }: AnyDocument): boolean {
  return commented.has(kind);
}

const commented: ReadonlySet<AnyDocument['kind']> = new Set([
  'python',
  'pyproject.toml',
  'Pipfile',
  'requirements.txt',
  '.vercel-preflight.toml',
]);

/** The kinds of files that take no comments and are written by hand. */
export const kindsWithoutComments = ['vercel.json', 'runtime.txt', '.python-version'] as const;

function named(text: string, match: RegExpExecArray): Targeted[] {
  const [whole, isFile, list = ''] = match;
  const span = { start: match.index, end: match.index + whole.length };
  const lines = isFile ? {} : { lines: linesOf(text, match.index) };
  const start = span.end - 1 - list.length;
  return [...list.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map(({ 0: name, index }) => ({
    suppressed: { name, span: { start: start + index, end: start + index + name.length }, comment: span },
    ...lines,
  }));
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
