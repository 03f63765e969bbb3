import { getLocation } from 'jsonc-parser';
import type { JsonPath } from '../documents/vercelJson.ts';
import type { Span } from '../text/span.ts';

/** What stands at an offset of JSON, half-typed or not. */
export interface JsonPlace {
  readonly part: 'key' | 'value';
  /** From the root to the value, or to the key, which is its last element as far as it is typed. */
  readonly path: JsonPath;
  /** The key or the value with its quotes; empty where there is none. */
  readonly span: Span;
  /** The string, as far as it is typed; absent where another value or none stands there. */
  readonly text?: string;
}

/** The key or value that the caret is in, or that could be typed at it. */
export function jsonPlace(text: string, offset: number): JsonPlace {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const part = isAtPropertyKey ? 'key' : 'value';
  const none = { part, path, span: { start: offset, end: offset } } as const;
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
