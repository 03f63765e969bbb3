import type { TextEdit } from '../text/edit.ts';
import { fullLines, indentationAt, lineAt, lineEndingOf } from '../text/lines.ts';
import { type Span, textAt } from '../text/span.ts';
import type { TomlDocument, TomlEntry, TomlPath, TomlTable } from './toml.ts';
import { encodeTomlKey, encodeTomlString } from './tomlStrings.ts';

/** A value that an edit can write. */
export type TomlInput = string | number | boolean | readonly string[];

/**
 * Gives the value at `path`, keys only, a new value: in place where there is one, else as a pair of the table it belongs
 * to, however that table is written, else in a new table at the end of the file. Nothing else changes.
 * No edit where a table stands at `path`, or anything but a table, such as an array of tables, on the way to it.
 * The text that comes out is valid TOML when the text that goes in is; so it is with every edit here.
 */
export function setTomlValue(document: TomlDocument, path: readonly string[], value: TomlInput): TextEdit[] {
  const existing = document.entry(path);
  if (existing) return replaceTomlValue(document, existing, value);
  const key = path[path.length - 1];
  if (key === undefined || document.has(path)) return [];
  for (let length = path.length - 1; length >= 0; length--) {
    const owner = path.slice(0, length);
    const entry = document.entry(owner);
    if (entry) return appendToInlineTable(entry, path.slice(length), value);
    if (document.has([...owner, 0])) return [];
    const dotted = lastDottedPair(document, owner);
    if (dotted) return [insertedLine(document, dotted.span, pairText(path.slice(dotted.depth), value))];
  }
  const owner = path.slice(0, -1);
  const table = document.table(owner);
  return table ? insertPair(document, table, key, value) : appendTable(document, owner, { [key]: value });
}

/** Replaces the value of `entry`. A string keeps its kind of quotes where it can. */
export function replaceTomlValue({ text }: TomlDocument, entry: TomlEntry, value: TomlInput): TextEdit[] {
  const literal = text.charAt(entry.valueSpan.start) === "'";
  const newText = typeof value === 'string' ? encodeTomlString(value, literal) : valueText(value);
  return [{ span: entry.valueSpan, newText }];
}

/** Writes `key = value` on a line of its own behind the last pair of `table`, or right below its header. */
export function insertPair(document: TomlDocument, table: TomlTable, key: string, value: TomlInput): TextEdit[] {
  const line = pairText([key], value);
  const last = table.pairs[table.pairs.length - 1];
  if (last) return [insertedLine(document, last.pairSpan ?? last.valueSpan, line)];
  if (table.header) return [insertedLine(document, table.header, line)];
  const ending = lineEndingOf(document.text);
  return [{ span: { start: 0, end: 0 }, newText: `${line}${ending}${document.text.trim() ? ending : ''}` }];
}

/** Writes a table with `pairs` at the end of the file, a blank line before it. */
export function appendTable(
  { text }: TomlDocument,
  path: readonly string[],
  pairs: Readonly<Record<string, TomlInput>>,
): TextEdit[] {
  const ending = lineEndingOf(text);
  const blank = text.trim() === '' || /(?:\r\n|\n)[ \t]*(?:\r\n|\n)$/.test(text) ? '' : ending;
  const newLine = text === '' || text.endsWith('\n') ? '' : ending;
  const lines = Object.entries(pairs).map(([key, value]) => pairText([key], value));
  const header = `[${path.map(encodeTomlKey).join('.')}]`;
  const newText = `${newLine}${blank}${[header, ...lines].join(ending)}${ending}`;
  return [{ span: { start: text.length, end: text.length }, newText }];
}

/** Removes a pair or an element: with its lines where it has them to itself, else with one comma. */
export function removeTomlEntry(document: TomlDocument, entry: TomlEntry): TextEdit[] {
  const span = entry.pairSpan ?? entry.valueSpan;
  const owner = ownerOf(document, entry);
  const removed = owner ? spanInOwner(document.text, span, owner) : fullLines(document.text, span);
  return [{ span: removed, newText: '' }];
}

/**
 * Appends strings to an array: on the same line where the array has one line, else each on a line of its own with the
 * indentation of the last. A trailing comma stays a trailing comma.
 */
export function appendElements({ text }: TomlDocument, array: TomlEntry, values: readonly string[]): TextEdit[] {
  if (array.kind !== 'array' || values.length === 0) return [];
  const inner = { start: array.valueSpan.start + 1, end: array.valueSpan.end - 1 };
  const elements = values.map((value) => encodeTomlString(value));
  const multiline = textAt(text, inner).includes('\n');
  const last = array.items[array.items.length - 1]?.valueSpan;
  if (!last) return multiline ? fillLines(text, inner, elements) : [{ span: inner, newText: elements.join(', ') }];
  const comma = commaBehind(text, last.end);
  const end = comma ?? last.end;
  if (!multiline) {
    const newText = comma === undefined ? `, ${elements.join(', ')}` : ` ${elements.join(', ')},`;
    return [{ span: { start: end, end }, newText }];
  }
  const lead = lineEndingOf(text) + indentationOf(text, last, array.valueSpan);
  const newText = lead + elements.join(`,${lead}`) + (comma === undefined ? '' : ',');
  const at = endOfLineOrHere(text, end);
  const added = { span: { start: at, end: at }, newText };
  if (comma !== undefined) return [added];
  if (at === last.end) return [{ ...added, newText: `,${newText}` }];
  return [{ span: { start: last.end, end: last.end }, newText: ',' }, added];
}

/** The indentation of the line of `last`, or the array's own and two blanks where they share a line. */
function indentationOf(text: string, last: Span, array: Span): string {
  const own = indentationAt(text, array.start);
  return lineAt(text, last.start).start > array.start ? indentationAt(text, last.start) : `${own}  `;
}

/** Elements for an array of several lines that has none yet, behind its comments. */
function fillLines(text: string, inner: Span, elements: readonly string[]): TextEdit[] {
  const at = inner.start + textAt(text, inner).trimEnd().length;
  const lead = `${lineEndingOf(text)}${indentationAt(text, inner.start)}  `;
  const newText = elements.map((element) => `${lead}${element},`).join('');
  return [{ span: { start: at, end: at }, newText }];
}

/** The end of the line where only blanks and a comment follow, else `offset` itself. */
function endOfLineOrHere(text: string, offset: number): number {
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(offset, lineAt(text, offset).end));
  return rest ? offset + rest[0].trimEnd().length : offset;
}

/** Behind the comma that follows `offset`, over blanks, line endings and comments; `undefined` where none does. */
function commaBehind(text: string, offset: number): number | undefined {
  const gap = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(offset));
  return gap ? offset + gap[0].length : undefined;
}

function pairText(keys: readonly string[], value: TomlInput): string {
  return `${keys.map(encodeTomlKey).join('.')} = ${valueText(value)}`;
}

function valueText(value: TomlInput): string {
  if (typeof value === 'string') return encodeTomlString(value);
  return typeof value === 'object' ? `[${value.map((item) => encodeTomlString(item)).join(', ')}]` : String(value);
}

/** `line` below the line that `span` ends on, with the indentation of the line on which it starts. */
function insertedLine({ text }: TomlDocument, span: Span, line: string): TextEdit {
  const { end } = lineAt(text, span.end);
  return { span: { start: end, end }, newText: lineEndingOf(text) + indentationAt(text, span.start) + line };
}

/** The last pair that spells `owner` out in its dotted key, which forbids a header for it, and the depth of its table. */
function lastDottedPair(document: TomlDocument, owner: TomlPath): { span: Span; depth: number } | undefined {
  const found = document.tables
    .filter((table) => table.path.length < owner.length)
    .flatMap(({ path, pairs }) => pairs.filter((pair) => isBelow(pair.path, owner)).map((pair) => ({ pair, path })));
  const last = found[found.length - 1];
  return last && { span: last.pair.pairSpan ?? last.pair.valueSpan, depth: last.path.length };
}

function isBelow(path: TomlPath, owner: TomlPath): boolean {
  return path.length > owner.length && owner.every((key, index) => key === path[index]);
}

function appendToInlineTable({ kind, valueSpan, items }: TomlEntry, keys: readonly string[], value: TomlInput) {
  if (kind !== 'inlineTable') return [];
  const pair = pairText(keys, value);
  const end = items[items.length - 1]?.pairSpan?.end;
  if (end !== undefined) return [{ span: { start: end, end }, newText: `, ${pair}` }];
  return [{ span: { start: valueSpan.start + 1, end: valueSpan.end - 1 }, newText: ` ${pair} ` }];
}

/** The array or the inline table that holds `entry`. */
function ownerOf(document: TomlDocument, entry: TomlEntry): TomlEntry | undefined {
  for (let length = entry.path.length - 1; length > 0; length--) {
    const owner = document.entry(entry.path.slice(0, length));
    if (owner) return owner.items.includes(entry) ? owner : undefined;
  }
  return undefined;
}

/** An item and what must go with it: its lines, or the comma and the blanks that set it off. */
function spanInOwner(text: string, span: Span, { kind, items }: TomlEntry): Span {
  const comma = commaBehind(text, span.end);
  const lines = fullLines(text, span);
  const alone = isBlank(text.slice(lines.start, span.start)) && isBlank(text.slice(comma ?? span.end, lines.end));
  if (kind === 'array' && alone && (comma ?? 0) <= lines.end) return lines;
  const spans = items.map((item) => item.pairSpan ?? item.valueSpan);
  const index = spans.findIndex(({ start }) => start === span.start);
  const next = spans[index + 1];
  const previous = spans[index - 1];
  if (next) return { start: span.start, end: next.start };
  if (previous) return { start: previous.end, end: span.end };
  return { start: span.start, end: comma ?? span.end };
}

/** Blanks and a comment up to the end of the line. */
function isBlank(text: string): boolean {
  return /^[ \t]*(?:#[^\n]*)?(?:\r?\n)?$/.test(text);
}
