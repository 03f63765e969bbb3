import type { PythonDocument } from '../../documents/python/document.ts';
import type { TextEdit } from '../../text/edit.ts';
import { indentationAt, lineAt, lineEndingOf } from '../../text/lines.ts';
import { type Span, textAt } from '../../text/span.ts';

/** Lines longer than this are broken. */
const longestLine = 100;

/** The arguments of a call, or the entries of a dict. */
export interface KeywordList {
  readonly arguments: readonly { readonly name?: string; readonly span: Span }[];
  /** From the opening bracket to the closing one, both included. */
  readonly argumentsSpan: Span;
  /** Of the call or the dict as a whole. */
  readonly span: Span;
}

/** Where the arguments of a call end. */
interface End {
  /** Just behind the last argument. */
  readonly argument: number;
  /** Just behind the comma that follows it; absent where none does. */
  readonly comma?: number;
  /** The closing bracket. */
  readonly bracket: number;
}

/** What becomes of the arguments of a call, each written as `name=value`, or of a dict, each written as `"name": value`. */
export interface KeywordChange {
  /** By the name of the argument that is replaced. */
  readonly replaced: ReadonlyMap<string, string>;
  readonly added: readonly string[];
}

/**
 * Replaces arguments of `call`, which has at least one, and adds others behind the last one.
 * A call on one line stays there while the line has at most 100 columns, else each argument gets its own line; a call with
 * arguments on lines of their own gets one line more for each. Comments and a trailing comma stay.
 */
export function changeKeywords(document: PythonDocument, call: KeywordList, change: KeywordChange): TextEdit[] {
  const { text } = document;
  const { added, replaced } = change;
  const edits = call.arguments.flatMap(({ name, span }) => {
    const newText = name === undefined ? undefined : replaced.get(name);
    return newText === undefined ? [] : [{ span, newText }];
  });
  if (added.length === 0) return edits;
  const aligned = call.arguments.find(({ span }) => startsLine(text, span.start));
  const end = endOf(document, call);
  if (aligned) return [...edits, ...addLines(text, end, added, indentationAt(text, aligned.span.start))];
  const inline = `, ${added.join(', ')}`;
  const line = lineAt(text, end.argument);
  const growth = edits.reduce(
    (sum, { span, newText }) => sum + newText.length - (span.end - span.start),
    inline.length,
  );
  if (line.end - line.start + growth <= longestLine) return [...edits, ...insert(end.argument, inline)];
  if (!textAt(text, call.argumentsSpan).includes('\n')) return brokenUp(text, call, change);
  return [...edits, ...addLines(text, end, added, deeper(text, call.span.start))];
}

function startsLine(text: string, offset: number): boolean {
  return textAt(text, { start: lineAt(text, offset).start, end: offset }).trim() === '';
}

function insert(at: number, newText: string): TextEdit[] {
  return [{ span: { start: at, end: at }, newText }];
}

function endOf({ text, comments }: PythonDocument, { arguments: list, argumentsSpan }: KeywordList): End {
  const argument = list[list.length - 1]?.span.end ?? argumentsSpan.start + 1;
  const bracket = argumentsSpan.end - 1;
  for (let at = argument; at < bracket; at++) {
    const comment = comments.find(({ start }) => start === at);
    if (comment) at = comment.end;
    else if (text[at] === ',') return { argument, comma: at + 1, bracket };
  }
  return { argument, bracket };
}

/** One line for each, below the line of the last argument, or before the bracket where that shares its line. */
function addLines(text: string, end: End, added: readonly string[], indentation: string): TextEdit[] {
  const lead = `${lineEndingOf(text)}${indentation}`;
  const from = end.comma ?? end.argument;
  const lineEnd = lineAt(text, from).end;
  const at = lineEnd > end.bracket ? from : lineEnd;
  const lines = `${lead}${added.join(`,${lead}`)}${end.comma === undefined ? '' : ','}`;
  if (end.comma !== undefined) return insert(at, lines);
  return at === end.argument ? insert(at, `,${lines}`) : [...insert(end.argument, ','), ...insert(at, lines)];
}

/** `name` with `value`, written as the entries of `list` are: a dict's quotes are those of its first key. */
export function written({ text }: PythonDocument, list: KeywordList, name: string, value: string): string {
  if (text[list.argumentsSpan.start] !== '{') return `${name}=${value}`;
  const quote = /^\{\s*'/.test(textAt(text, list.argumentsSpan)) ? "'" : '"';
  return `${quote}${name}${quote}: ${value}`;
}

/** The call with one argument a line. Only what changes is in the edits: an argument can hold a password. */
function brokenUp(text: string, call: KeywordList, { replaced, added }: KeywordChange): TextEdit[] {
  const ending = lineEndingOf(text);
  const outer = indentationAt(text, call.span.start);
  const lead = `${ending}${deeper(text, call.span.start)}`;
  const edits: TextEdit[] = [];
  let at = call.argumentsSpan.start + 1;
  for (const [index, { name, span }] of call.arguments.entries()) {
    edits.push({ span: { start: at, end: span.start }, newText: index === 0 ? lead : `,${lead}` });
    const newText = name === undefined ? undefined : replaced.get(name);
    if (newText !== undefined) edits.push({ span, newText });
    at = span.end;
  }
  const rest = added.map((argument) => `,${lead}${argument}`).join('');
  return [...edits, { span: { start: at, end: call.argumentsSpan.end - 1 }, newText: `${rest},${ending}${outer}` }];
}

/** The indentation one level below that of the line that holds `offset`. */
function deeper(text: string, offset: number): string {
  const unit = /^(?:\t| {2}(?: {2})?)(?=\S)/m.exec(text)?.[0] ?? '    ';
  return indentationAt(text, offset) + unit;
}
