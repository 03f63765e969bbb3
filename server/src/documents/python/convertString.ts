import type { Node } from 'web-tree-sitter';
import type { Conversion } from './convert.ts';
import { type StringForm, stringForm, stringText } from './literals.ts';
import { childOfType, codeIn, field, spanOf } from './nodes.ts';
import type { Expression, StringLiteral } from './syntax.ts';

/** A string literal, or several that stand side by side and are one string. */
export function convertString(node: Node, conversion: Conversion): StringLiteral {
  const pieces = new Pieces();
  const literals = node.type === 'string' ? [node] : codeIn(node).filter(({ type }) => type === 'string');
  for (const literal of literals) readLiteral(literal, pieces, conversion);
  return pieces.literal(node);
}

/** What a string is made of, while it is read. */
class Pieces {
  readonly #fields: Expression[] = [];
  readonly #parts: string[] = [''];
  #bytes = false;
  #unknown = false;

  addText(source: string, form: StringForm): void {
    const text = stringText(source, form);
    this.#bytes ||= form.bytes;
    this.#unknown ||= text === undefined;
    this.#parts.push(`${this.#parts.pop() ?? ''}${text ?? source}`);
  }

  addField(expression: Expression): void {
    this.#fields.push(expression);
    this.#parts.push('');
  }

  literal(node: Node): StringLiteral {
    const parts = this.#bytes ? [] : this.#parts;
    const known = !this.#unknown && this.#fields.length === 0 ? parts[0] : undefined;
    const base = { kind: 'string', span: spanOf(node), fields: this.#fields, parts } as const;
    return known === undefined ? base : { ...base, value: known };
  }
}

/**
 * Reads what lies between the quotes, and around the fields. The grammar's own nodes for it are no help: in a raw string
 * that begins with a backslash tree-sitter-python 0.25.0 takes the text for a part of the closing quotes.
 */
function readLiteral(node: Node, pieces: Pieces, conversion: Conversion): void {
  const { text } = conversion;
  const opening = childOfType(node, 'string_start');
  const source = opening ? text.slice(opening.startIndex, opening.endIndex) : '';
  const form = stringForm(source);
  let at = opening?.endIndex ?? node.startIndex;
  for (const child of codeIn(node)) {
    if (child.type !== 'interpolation') continue;
    pieces.addText(text.slice(at, child.startIndex), form);
    pieces.addField(fieldOf(child, conversion));
    at = child.endIndex;
  }
  pieces.addText(text.slice(at, Math.max(at, contentEnd(node, source, text))), form);
}

/** Where the closing quotes of the literal `node` begin, or where it ends without any. */
function contentEnd(node: Node, opening: string, text: string): number {
  const quotes = /["']*$/.exec(opening)?.[0] ?? '';
  const closed =
    text.endsWith(quotes, node.endIndex) && node.endIndex - node.startIndex >= opening.length + quotes.length;
  return closed ? node.endIndex - quotes.length : node.endIndex;
}

/** The expression in `{expression:specifier}`; with those in the specifier in an `other`, where it has fields itself. */
function fieldOf(node: Node, conversion: Conversion): Expression {
  const value = field(node, 'expression');
  const specifier = field(node, 'format_specifier');
  const nested = specifier ? codeIn(specifier).filter(({ type }) => type === 'format_expression') : [];
  const expression: Expression = value
    ? conversion.expression(value)
    : { kind: 'other', span: spanOf(node), children: [] };
  if (nested.length === 0) return expression;
  const children = [expression, ...nested.map((inner) => fieldOf(inner, conversion))];
  return { kind: 'other', span: spanOf(node), children };
}
