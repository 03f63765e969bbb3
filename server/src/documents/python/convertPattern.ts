import type { Node } from 'web-tree-sitter';
import { codeIn, spanOf } from './nodes.ts';
import type { Name } from './syntax.ts';

/** The names that the patterns of a `case` clause bind, in order (Python reference, 8.6.4). */
export function capturesOf(clause: Node, text: string): Name[] {
  const captures: Name[] = [];
  const open = codeIn(clause)
    .filter(({ type }) => type === 'case_pattern')
    .reverse();
  for (let pattern = open.pop(); pattern; pattern = open.pop()) {
    if (pattern.type === 'identifier') captures.push(nameOf(pattern, text));
    open.push(...bindingParts(pattern).reverse());
  }
  return captures;
}

/** The children of `pattern` that are patterns themselves or captured names. */
function bindingParts(pattern: Node): Node[] {
  const code = codeIn(pattern);
  switch (pattern.type) {
    case 'identifier':
      return [];
    case 'dotted_name':
      return code.length === 1 ? code : [];
    case 'class_pattern':
    case 'keyword_pattern':
      return code.slice(1);
    default:
      return code;
  }
}

function nameOf(node: Node, text: string): Name {
  const span = spanOf(node);
  return { kind: 'name', span, id: text.slice(span.start, span.end) };
}
