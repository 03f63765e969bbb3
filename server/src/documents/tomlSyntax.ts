import type { Parser, TreeCursor } from 'web-tree-sitter';

/** The part of a tree-sitter node that the index needs, free of the tree. Offsets count from the start of the parsed text. */
export interface TomlSyntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly TomlSyntax[];
}

/** A document and whether tree-sitter had to skip or invent something in it. */
export interface TomlSyntaxTree {
  readonly document: TomlSyntax;
  readonly hasError: boolean;
}

const branches = new Set(['document', 'table', 'table_array_element', 'pair', 'array', 'inline_table', 'dotted_key']);
/** Tokens without a place of their own in the index, and what could not be parsed. */
const passedOver = new Set(['comment', 'ERROR', '[', '[[', '=', ',', '.', '{', '}']);

/** Values may nest this deep: a limit of ours, so that no text exhausts the stack. What lies deeper is left out. */
const maximumDepth = 256;

const none: readonly TomlSyntax[] = [];

/** The syntax of `text`, copied out of the tree, which is freed at once. */
export function parseTomlSyntax(text: string, parser: Parser): TomlSyntaxTree {
  const tree = parser.parse(text);
  const nothing = { type: 'document', start: 0, end: text.length, children: [] };
  if (!tree) return { document: nothing, hasError: true };
  try {
    const cursor = tree.walk();
    const document = copy(cursor, 0) ?? nothing;
    cursor.delete();
    return { document, hasError: tree.rootNode.hasError };
  } finally {
    tree.delete();
  }
}

function copy(cursor: TreeCursor, depth: number): TomlSyntax | undefined {
  const type = cursor.nodeType;
  if (passedOver.has(type)) return undefined;
  const { startIndex: start, endIndex: end } = cursor;
  if (!branches.has(type) || depth === maximumDepth) return { type, start, end, children: none };
  const children: TomlSyntax[] = [];
  if (cursor.gotoFirstChild()) {
    do {
      const child = copy(cursor, depth + 1);
      if (child) children.push(child);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { type, start, end, children };
}
