import type { Node } from 'web-tree-sitter';
import type { Span } from '../../text/span.ts';
import { convertExpression } from './convertExpression.ts';
import { convertStatement, isStatement, salvagedIn } from './convertStatement.ts';
import { isInvented, spanOf } from './nodes.ts';
import type { Expression, Statement } from './syntax.ts';

/**
 * How deep expressions and blocks may nest before the rest is left out. CPython refuses more than 200 nested
 * parentheses and 100 indents, but a chain of operators is deep as well.
 */
const deepest = 300;

/** What a tree became. */
export interface Converted {
  readonly statements: readonly Statement[];
  readonly comments: readonly Span[];
}

/** What the converters need to know of the tree around a node. */
export interface Conversion {
  readonly text: string;
  /** Never throws, not on a node of any type: what it does not know is an `other`. */
  expression(node: Node): Expression;
  expressions(nodes: readonly Node[]): Expression[];
  /** The statements in a block, a module, or a node that does not parse. */
  statements(nodes: readonly Node[]): Statement[];
}

/** A conversion of the tree made from `text`. */
function conversionOf(text: string): Conversion {
  let depth = 0;
  const conversion: Conversion = {
    text,
    expression(node) {
      if (depth >= deepest || isInvented(node)) return { kind: 'other', span: spanOf(node), children: [] };
      depth++;
      const expression = convertExpression(node, conversion);
      depth--;
      return expression;
    },
    expressions: (nodes) => nodes.map((node) => conversion.expression(node)),
    statements(nodes) {
      if (depth >= deepest) return nodes.slice(0, 1).map((node) => errorStatement(spanOf(node), []));
      depth++;
      const statements = nodes.flatMap((node) => statementsOf(node, conversion));
      depth--;
      return statements;
    },
  };
  return conversion;
}

/** The statements that one node of a block stands for: none for a comment, several where something does not parse. */
function statementsOf(node: Node, conversion: Conversion): Statement[] {
  const { type } = node;
  if (type === 'comment' || type === 'line_continuation') return [];
  if (type === 'ERROR') return errorStatements(node, conversion);
  if (isStatement(type)) return [convertStatement(node, conversion), ...salvagedIn(node, conversion)];
  if (!node.isNamed) return [];
  return [errorStatement(spanOf(node), [conversion.expression(node)])];
}

/** What does not parse: its expressions in one statement, then the statements that tree-sitter found inside. */
function errorStatements(error: Node, conversion: Conversion): Statement[] {
  const children = error.namedChildren;
  const loose = children.filter(
    ({ type }) => !isStatement(type) && type !== 'ERROR' && type !== 'comment' && type !== 'block',
  );
  const found = children.filter(({ type }) => isStatement(type) || type === 'ERROR');
  const blocks = children.filter(({ type }) => type === 'block').flatMap((block) => block.namedChildren);
  return [
    errorStatement(spanOf(error), conversion.expressions(loose)),
    ...conversion.statements([...found, ...blocks]),
  ];
}

function errorStatement(span: Span, children: readonly Expression[]): Statement {
  return { kind: 'otherStatement', span, keyword: 'error', children };
}

/**
 * The statements and comments in the tree of `root`, in order. Never throws.
 * @param text what the spans of the tree count in.
 */
export function convertTree(root: Node, text: string): Converted {
  const nodes = root.type === 'module' ? root.children : [root];
  const mayComment = text.slice(root.startIndex, root.endIndex).includes('#');
  const comments = mayComment ? root.descendantsOfType('comment').map((node) => commentSpan(text, node)) : [];
  return { statements: conversionOf(text).statements(nodes), comments };
}

/** From `#` to the end of the line; tree-sitter counts the first half of CRLF to the comment. */
function commentSpan(text: string, node: Node): Span {
  const { start, end } = spanOf(node);
  return { start, end: text[end - 1] === '\r' ? end - 1 : end };
}
