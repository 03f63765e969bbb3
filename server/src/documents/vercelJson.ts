import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../text/span.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';

export type JsonNode = Node;
export type JsonPath = readonly (string | number)[];

/** A place where strict JSON ends: the real reader takes no comments, no trailing commas and no byte order mark. */
export interface JsonError {
  /** jsonc-parser's name of the error, such as `CommaExpected`. */
  readonly code: string;
  readonly span: Span;
}

/** A JSON document with a tree that survives errors. */
export interface JsonDocument {
  readonly text: string;
  readonly encoding: Encoding;
  /** Absent in an empty file. */
  readonly root?: JsonNode;
  readonly errors: readonly JsonError[];
}

export interface VercelJson extends JsonDocument {
  readonly kind: 'vercel.json';
}

/** Never throws: text with errors is a document whose `errors` say where. */
export function parseVercelJson(file: SourceFile): VercelJson {
  return { kind: 'vercel.json', ...parseJson(file) };
}

/** Parses strict JSON and goes on behind errors. */
export function parseJson({ text, encoding }: SourceFile): JsonDocument {
  const errors: ParseError[] = [];
  const root = parseTree(withinDepth(text), errors, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: false,
  });
  return {
    text,
    encoding,
    ...(root ? { root } : {}),
    errors: errors.map(({ error, offset, length }) => ({
      code: printParseErrorCode(error),
      span: { start: offset, end: offset + length },
    })),
  };
}

/** No file that is meant nests this deep; what goes through the tree does so by calling itself. */
const deepest = 200;

/** `text` with blanks for what lies deeper than that: brackets and offsets stay as they are. */
export function withinDepth(text: string): string {
  let shallow = '';
  let kept = 0;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{}\]]/g)) {
    if (/[[{]/.test(token.charAt(0)) && ++depth === deepest + 1) {
      shallow += text.slice(kept, index + 1);
      kept = index + 1;
    } else if (/[\]}]/.test(token.charAt(0)) && depth > 0 && depth-- === deepest + 1) {
      shallow += ' '.repeat(index - kept);
      kept = index;
    }
  }
  if (depth > deepest) return shallow + ' '.repeat(text.length - kept);
  return kept === 0 ? text : shallow + text.slice(kept);
}

/** The value at `path`, or `undefined` where there is none. */
export function jsonAt(document: JsonDocument, path: JsonPath): JsonNode | undefined {
  return document.root && findNodeAtLocation(document.root, [...path]);
}

/** The `"key": value` node that holds `value`, or `undefined` for an array element or the root. */
export function propertyOf(value: JsonNode): JsonNode | undefined {
  return value.parent?.type === 'property' ? value.parent : undefined;
}

/** The key of `property`, with its quotes. */
export function keyOf(property: JsonNode): JsonNode | undefined {
  return property.children?.[0];
}

export function spanOf(node: JsonNode): Span {
  return { start: node.offset, end: node.offset + node.length };
}

/** The string that `node` is, or `undefined` for any other value. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' && typeof node.value === 'string' ? node.value : undefined;
}

/** The elements of an array; none for any other value. */
export function elementsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The complete `"key": value` pairs of an object, in order; none for any other value. */
export function propertiesOf(node: JsonNode | undefined): readonly JsonProperty[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key && value ? [{ name: String(key.value), key, value, property }] : [];
  });
}

export interface JsonProperty {
  readonly name: string;
  readonly key: JsonNode;
  readonly value: JsonNode;
  readonly property: JsonNode;
}
