import { getLocation } from 'jsonc-parser';
import type { JsonPath } from '../documents/vercelJson.ts';
import type { Span } from '../text/span.ts';

/** What stands at an offset of JSON, half-typed or not. */
export interface JsonPlace {
  readonly part: 'key' | 'value';
  /** From the root to the value, or to the key, which is its last element as far as it is typed. */
  readonly path: JsonPath;
  /** The key or the value with its quotes; empty where there is none. A bare word counts up to the caret. */
  readonly span: Span;
  /** The string, as far as it is typed; absent where another value or none stands there. */
  readonly text?: string;
}

/** The key or value that the caret is in, or that could be typed at it; `undefined` behind a value, where a comma is due. */
export function jsonPlace(text: string, offset: number): JsonPlace | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const part: JsonPlace['part'] = isAtPropertyKey ? 'key' : 'value';
  // A word without quotes that is no value yet: the parser passes over it.
  const bare = /(?:^|[{[:,])\s*([A-Za-z]*)$/.exec(text.slice(0, offset))?.[1];
  const none = bare === undefined ? undefined : { part, path, span: { start: offset - bare.length, end: offset } };
  if (!previousNode || offset <= previousNode.offset) return none;
  const end = previousNode.offset + previousNode.length;
  const isString = text.charAt(previousNode.offset) === '"';
  const isClosed = isString && previousNode.length > 1 && text.charAt(end - 1) === '"';
  if (offset > end || (offset === end && isClosed)) return none;
  if (!isString) return { part, path, span: { start: previousNode.offset, end } };
  const span = { start: previousNode.offset, end: isClosed ? end : offset };
  return { part, path, span, text: text.slice(span.start + 1, isClosed ? end - 1 : offset) };
}

/** Whether `path` is `pattern`, in which `*` stands for any key or index. */
export function isPath(path: JsonPath, pattern: readonly string[]): boolean {
  return path.length === pattern.length && pattern.every((part, index) => part === '*' || part === path[index]);
}
