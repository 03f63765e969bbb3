import type { Node } from 'web-tree-sitter';
import type { Span } from '../../text/span.ts';

/** The place of `node` in UTF-16 offsets: web-tree-sitter counts in code units of the string that it was given. */
export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** The named children that are code: neither comments nor line continuations nor what does not parse. */
export function codeIn(node: Node): Node[] {
  return node.namedChildren.filter((child) => !trivia.has(child.type));
}

/** The first child in the field `name` of the grammar. */
export function field(node: Node, name: string): Node | undefined {
  return node.childForFieldName(name) ?? undefined;
}

/** The first child of type `type`. */
export function childOfType(node: Node, type: string): Node | undefined {
  return node.children.find((child) => child.type === type);
}

/** Whether tree-sitter invented `node`: it has no text. */
export function isInvented(node: Node): boolean {
  return node.isMissing && node.endIndex === node.startIndex;
}

const trivia: ReadonlySet<string> = new Set(['comment', 'line_continuation', 'ERROR']);
