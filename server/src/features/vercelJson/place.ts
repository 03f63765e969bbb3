import { getLocation } from 'jsonc-parser';
import type { JsonPath } from '../../documents/vercelJson.ts';
import type { Span } from '../../text/span.ts';

/** What stands at an offset of JSON, half-typed or not. */
export interface JsonPlace {
  readonly part: 'key' | 'value';
  /** From the root to the value, or to the key, which is its last element as far as it is typed. */
  readonly path: JsonPath;
  /** The key or the value with its quotes; empty where there is none. A bare word counts up to the caret. */
  readonly span: Span;
  /** The string, as far as it is typed; absent where another value or none stands there. */
  readonly text?: string;
  /** Where a comma lacks, behind the value before: there can be nothing here without it. */
  readonly comma?: number;
}

/** The key or value that the caret is in, or that could be typed at it; `undefined` where nothing can. */
export function jsonPlace(text: string, offset: number): JsonPlace | undefined {
  const comma = lackingComma(text, offset);
  if (comma === undefined) return placeAt(text, offset);
  const place = placeAt(`${text.slice(0, comma)},${text.slice(comma)}`, offset + 1);
  const isElement = typeof place?.path.at(-1) === 'number';
  if (!place || (place.part === 'value' && !isElement)) return undefined;
  return { ...place, span: { start: place.span.start - 1, end: place.span.end - 1 }, comma };
}

/** The end of the value before the word at the caret, where blanks alone part them. */
function lackingComma(text: string, offset: number): number | undefined {
  const { previousNode } = getLocation(text, offset);
  const isInString = previousNode && previousNode.offset < offset && text.charAt(previousNode.offset) === '"';
  const isInside = isInString && offset <= previousNode.offset + previousNode.length;
  const before = isInside ? text.slice(0, previousNode.offset) : text.slice(0, offset).replace(/[A-Za-z]*$/, '');
  const end = before.trimEnd().length;
  if (end === before.length || !/["\w}\]]/.test(text.charAt(end - 1))) return undefined;
  return getLocation(text, end - 1).isAtPropertyKey ? undefined : end;
}

function placeAt(text: string, offset: number): JsonPlace | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const part: JsonPlace['part'] = isAtPropertyKey ? 'key' : 'value';
  if (!previousNode || offset <= previousNode.offset) return emptyPlace(text, offset, { part, path });
  const end = previousNode.offset + previousNode.length;
  const isString = text.charAt(previousNode.offset) === '"';
  const isClosed = isString && previousNode.length > 1 && text.charAt(end - 1) === '"';
  if (offset > end || (offset === end && isClosed)) return emptyPlace(text, offset, { part, path });
  if (!isString) return { part, path, span: { start: previousNode.offset, end } };
  const typedEnd = isClosed ? end - 1 : offset + (wordAhead.exec(text.slice(offset))?.[0].length ?? 0);
  const span = { start: previousNode.offset, end: isClosed ? end : typedEnd };
  return { part, path, span, text: text.slice(span.start + 1, typedEnd) };
}

/** The place at `offset`, where nothing stands but perhaps a word without quotes that is no value yet. */
function emptyPlace(text: string, offset: number, { part, path }: Omit<JsonPlace, 'span'>): JsonPlace | undefined {
  const [, lead = '', bare] = /(^|[{[:,])\s*([A-Za-z]*)$/.exec(text.slice(0, offset)) ?? [];
  if (bare === undefined || (part === 'key' ? '[:' : '{').includes(lead || ' ')) return undefined;
  const ahead = text.slice(offset);
  if (openAhead.test(ahead) || (lead === ':' && valueAhead.test(ahead))) return undefined;
  const isRoot = part === 'value' && path.length === 0;
  if (isRoot && text.trim() !== bare) return undefined;
  return { part, path, span: { start: offset - bare.length, end: offset } };
}

/** The rest of the word at the caret, in a string that is not closed: what comes then may be the document again. */
const wordAhead = /^[\w@./*()$-]*/;

/** A string that is being typed, before its first quote. */
const openAhead = /^[^\S\r\n]*"(?:[^"\\\r\n]|\\.)*(?:[\r\n]|$)/;

/** A value, and no key of the next line. */
const valueAhead = /^\s*(?:[\w{[-]|"(?:[^"\\\n]|\\.)*"(?!\s*:))/;

/** The key or value under a pointer at `offset`, where there is one. */
export function placeUnder(text: string, offset: number): JsonPlace | undefined {
  // A pointer stands on a character, a caret between two: at the start of a word it is the one behind that counts.
  const places = [offset, offset + 1].flatMap((at) => jsonPlace(text, at) ?? []);
  return places.find(({ span }) => span.end > span.start);
}

/** Whether `path` is `pattern`, in which `*` stands for any key or index. */
export function isPath(path: JsonPath, pattern: readonly string[]): boolean {
  return path.length === pattern.length && pattern.every((part, index) => part === '*' || part === path[index]);
}
