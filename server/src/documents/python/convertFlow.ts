import type { Node } from 'web-tree-sitter';
import type { Conversion } from './convert.ts';
import { capturesOf } from './convertPattern.ts';
import { childOfType, codeIn, field, spanOf } from './nodes.ts';
import type { ExceptHandler, Expression, MatchCase, Statement } from './syntax.ts';

/** `if` with every `elif` and `else` as a branch. */
export function convertIf(node: Node, conversion: Conversion): Statement {
  const clauses = codeIn(node).filter(({ type }) => type === 'elif_clause' || type === 'else_clause');
  const branches = [node, ...clauses].map((clause) => {
    const test = field(clause, 'condition');
    const body = field(clause, 'consequence') ?? field(clause, 'body');
    return { ...(test ? { test: conversion.expression(test) } : {}), body: block(body, conversion) };
  });
  return { kind: 'if', span: spanOf(node), branches };
}

/** `try` with its handlers, `except*` among them. */
export function convertTry(node: Node, conversion: Conversion): Statement {
  return {
    kind: 'try',
    span: spanOf(node),
    body: block(field(node, 'body'), conversion),
    handlers: codeIn(node)
      .filter(({ type }) => type === 'except_clause')
      .map((clause) => handler(clause, conversion)),
    orelse: elseOf(node, conversion),
    finalbody: block(childOfType(node, 'finally_clause'), conversion),
  };
}

function handler(clause: Node, conversion: Conversion): ExceptHandler {
  const types = clause.childrenForFieldName('value').filter((child) => child.isNamed);
  const [only] = types;
  const { value, target } = asPattern(types.length === 1 ? only : undefined, conversion);
  const name = target ?? optional(field(clause, 'alias'), conversion);
  const type = types.length > 1 ? tupleOf(types, conversion) : value;
  return {
    ...(type ? { type } : {}),
    ...(name?.kind === 'name' ? { name } : {}),
    body: block(childOfType(clause, 'block'), conversion),
  };
}

/** `with`; the parentheses around its items may be there or not. */
export function convertWith(node: Node, conversion: Conversion): Statement {
  const clause = childOfType(node, 'with_clause');
  const items = clause ? codeIn(clause).filter(({ type }) => type === 'with_item') : [];
  return {
    kind: 'with',
    span: spanOf(node),
    items: items.map((item) => {
      const { value, target } = asPattern(field(item, 'value'), conversion);
      const expression = value ?? { kind: 'other', span: spanOf(item), children: [] };
      return target ? { expression, target } : { expression };
    }),
    body: block(field(node, 'body'), conversion),
  };
}

/** `for` and `async for` */
export function convertFor(node: Node, conversion: Conversion): Statement {
  return {
    kind: 'for',
    span: spanOf(node),
    target: required(field(node, 'left'), node, conversion),
    iterable: required(field(node, 'right'), node, conversion),
    body: block(field(node, 'body'), conversion),
    orelse: elseOf(node, conversion),
  };
}

/** `while` */
export function convertWhile(node: Node, conversion: Conversion): Statement {
  return {
    kind: 'while',
    span: spanOf(node),
    test: required(field(node, 'condition'), node, conversion),
    body: block(field(node, 'body'), conversion),
    orelse: elseOf(node, conversion),
  };
}

/** `match`; what a pattern compares with is left out. */
export function convertMatch(node: Node, conversion: Conversion): Statement {
  const subjects = node.childrenForFieldName('subject').filter((child) => child.isNamed);
  const [only] = subjects;
  const body = field(node, 'body');
  const cases = body ? codeIn(body).filter(({ type }) => type === 'case_clause') : [];
  return {
    kind: 'match',
    span: spanOf(node),
    subject: subjects.length > 1 ? tupleOf(subjects, conversion) : required(only, node, conversion),
    cases: cases.map((clause) => matchCase(clause, conversion)),
  };
}

function matchCase(clause: Node, conversion: Conversion): MatchCase {
  const guard = field(clause, 'guard');
  const [test] = guard ? codeIn(guard) : [];
  return {
    captures: capturesOf(clause, conversion.text),
    ...(test ? { guard: conversion.expression(test) } : {}),
    body: block(field(clause, 'consequence'), conversion),
  };
}

/** `value as target`, in parentheses or not. */
function asPattern(node: Node | undefined, conversion: Conversion): { value?: Expression; target?: Expression } {
  if (!node) return {};
  const [inner] = node.type === 'parenthesized_expression' ? codeIn(node) : [];
  const pattern = inner?.type === 'as_pattern' ? inner : node;
  if (pattern.type !== 'as_pattern') return { value: conversion.expression(node) };
  const target = field(pattern, 'alias');
  const value = codeIn(pattern).find(({ id }) => id !== target?.id);
  return {
    ...(value ? { value: conversion.expression(value) } : {}),
    ...(target ? { target: conversion.expression(target) } : {}),
  };
}

function elseOf(node: Node, conversion: Conversion): Statement[] {
  const clause = childOfType(node, 'else_clause');
  return clause ? block(field(clause, 'body'), conversion) : [];
}

/** The statements in a block, or in a clause that holds one. */
function block(node: Node | undefined, conversion: Conversion): Statement[] {
  const inner = node?.type.endsWith('_clause') ? childOfType(node, 'block') : node;
  return inner ? conversion.statements(inner.children) : [];
}

function optional(node: Node | undefined, conversion: Conversion): Expression | undefined {
  return node && conversion.expression(node);
}

function required(node: Node | undefined, parent: Node, conversion: Conversion): Expression {
  const end = parent.endIndex;
  return optional(node, conversion) ?? { kind: 'other', span: { start: end, end }, children: [] };
}

function tupleOf(nodes: Node[], conversion: Conversion): Expression {
  const elements = conversion.expressions(nodes);
  const span = { start: elements.at(0)?.span.start ?? 0, end: elements.at(-1)?.span.end ?? 0 };
  return { kind: 'tuple', span, elements };
}
