import type { Node } from 'web-tree-sitter';
import type { Conversion } from './convert.ts';
import { convertCall, convertLambda } from './convertCall.ts';
import { convertString } from './convertString.ts';
import { numberValue } from './literals.ts';
import { codeIn, field, spanOf } from './nodes.ts';
import type { Dict, DictItem, Expression, Sequence, Subscript } from './syntax.ts';

type Convert = (node: Node, conversion: Conversion) => Expression;

/** The expression or pattern that `node` stands for; an `other` for what has no kind of its own. */
export function convertExpression(node: Node, conversion: Conversion): Expression {
  const convert = converters[node.type] ?? other;
  return convert(node, conversion);
}

const converters: Readonly<Record<string, Convert>> = {
  identifier: (node, { text }) => name(node, text),
  _: (node, { text }) => name(node, text),
  attribute,
  call: convertCall,
  string: convertString,
  concatenated_string: convertString,
  integer: (node, { text }) => number(node, text),
  float: (node, { text }) => number(node, text),
  true: (node) => ({ kind: 'constant', span: spanOf(node), value: true }),
  false: (node) => ({ kind: 'constant', span: spanOf(node), value: false }),
  none: (node) => ({ kind: 'constant', span: spanOf(node), value: null }),
  ellipsis: (node) => ({ kind: 'constant', span: spanOf(node), value: 'ellipsis' }),
  list: (node, conversion) => sequence('list', node, conversion),
  list_pattern: (node, conversion) => sequence('list', node, conversion),
  tuple: (node, conversion) => sequence('tuple', node, conversion),
  tuple_pattern: tuplePattern,
  pattern_list: (node, conversion) => sequence('tuple', node, conversion),
  expression_list: (node, conversion) => sequence('tuple', node, conversion),
  set: (node, conversion) => sequence('set', node, conversion),
  dictionary,
  subscript: (node, conversion) => subscript(node, field(node, 'value'), indicesOf(node), conversion),
  generic_type: genericType,
  lambda: convertLambda,
  await: (node, conversion) => ({ kind: 'await', span: spanOf(node), value: only(node, conversion) }),
  binary_operator: binary,
  boolean_operator: binary,
  comparison_operator: comparison,
  union_type: unionType,
  unary_operator: (node, conversion) => unary(node, field(node, 'operator')?.type ?? '', conversion),
  not_operator: (node, conversion) => unary(node, 'not', conversion),
  conditional_expression: conditional,
  named_expression: walrus,
  parenthesized_expression: only,
  type: only,
  as_pattern_target: only,
  list_comprehension: comprehension,
  dictionary_comprehension: comprehension,
  set_comprehension: comprehension,
  generator_expression: comprehension,
  dotted_name: dottedName,
};

function name(node: Node, text: string): Expression {
  const span = spanOf(node);
  return { kind: 'name', span, id: text.slice(span.start, span.end) };
}

function number(node: Node, text: string): Expression {
  const span = spanOf(node);
  return { kind: 'number', span, value: numberValue(text.slice(span.start, span.end)) };
}

/** The one expression in `node`, without a node of its own; an `other` where there is none or more than one. */
function only(node: Node, conversion: Conversion): Expression {
  const [child, ...more] = codeIn(node);
  return child && more.length === 0 ? conversion.expression(child) : other(node, conversion);
}

function other(node: Node, conversion: Conversion): Expression {
  return { kind: 'other', span: spanOf(node), children: conversion.expressions(codeIn(node)) };
}

/** The expression in `node`, or an empty one at the end of `parent`, where something is still to be typed. */
function orNothing(node: Node | undefined, parent: Node, conversion: Conversion): Expression {
  if (node) return conversion.expression(node);
  return { kind: 'other', span: { start: parent.endIndex, end: parent.endIndex }, children: [] };
}

function attribute(node: Node, conversion: Conversion): Expression {
  const word = field(node, 'attribute');
  const attributeSpan = word ? spanOf(word) : { start: node.endIndex, end: node.endIndex };
  return {
    kind: 'attribute',
    span: spanOf(node),
    value: orNothing(field(node, 'object'), node, conversion),
    attribute: conversion.text.slice(attributeSpan.start, attributeSpan.end),
    attributeSpan,
  };
}

/** `a.b.c` where the grammar has no expression: in imports and patterns. */
function dottedName(node: Node, { text }: Conversion): Expression {
  const [first, ...rest] = codeIn(node);
  if (!first) return { kind: 'other', span: spanOf(node), children: [] };
  return rest.reduce(
    (value, part) => {
      const attributeSpan = spanOf(part);
      const span = { start: node.startIndex, end: part.endIndex };
      return { kind: 'attribute', span, value, attribute: text.slice(part.startIndex, part.endIndex), attributeSpan };
    },
    name(first, text),
  );
}

function sequence(kind: Sequence['kind'], node: Node, conversion: Conversion): Expression {
  return { kind, span: spanOf(node), elements: conversion.expressions(codeIn(node)) };
}

/** `(a, b)` as a target; `(a)` is `a`. */
function tuplePattern(node: Node, conversion: Conversion): Expression {
  const isTuple = codeIn(node).length !== 1 || node.children.some(({ type }) => type === ',');
  return isTuple ? sequence('tuple', node, conversion) : only(node, conversion);
}

function dictionary(node: Node, conversion: Conversion): Dict {
  const items = codeIn(node).map((item): DictItem => {
    if (item.type !== 'pair') return { span: spanOf(item), value: only(item, conversion) };
    return {
      span: spanOf(item),
      key: orNothing(field(item, 'key'), item, conversion),
      value: orNothing(field(item, 'value'), item, conversion),
    };
  });
  return { kind: 'dict', span: spanOf(node), items };
}

function indicesOf(node: Node): Node[] {
  return node.childrenForFieldName('subscript').filter((child) => child.isNamed);
}

/** `value[a]`, or `value[a, b]` with a tuple as its index. A comma behind the only index is a tuple as well. */
function subscript(node: Node, value: Node | undefined, indices: Node[], conversion: Conversion): Subscript {
  const expressions = conversion.expressions(indices);
  const [first, last] = [expressions.at(0), expressions.at(-1)];
  const single = expressions.length === 1 && !node.children.some(({ type }) => type === ',');
  const span = { start: first?.span.start ?? node.endIndex, end: last?.span.end ?? node.endIndex };
  const index: Expression = first && single ? first : { kind: 'tuple', span, elements: expressions };
  return { kind: 'subscript', span: spanOf(node), value: orNothing(value, node, conversion), index };
}

/** `Optional[str]` in an annotation: a subscript like anywhere else. */
function genericType(node: Node, conversion: Conversion): Expression {
  const [value, parameter] = codeIn(node);
  return subscript(node, value, parameter ? codeIn(parameter) : [], conversion);
}

function binary(node: Node, conversion: Conversion): Expression {
  return {
    kind: 'binary',
    span: spanOf(node),
    left: orNothing(field(node, 'left'), node, conversion),
    operator: field(node, 'operator')?.type ?? '',
    right: orNothing(field(node, 'right'), node, conversion),
  };
}

function unionType(node: Node, conversion: Conversion): Expression {
  const [left, right] = codeIn(node);
  return {
    kind: 'binary',
    span: spanOf(node),
    left: orNothing(left, node, conversion),
    operator: '|',
    right: orNothing(right, node, conversion),
  };
}

function comparison(node: Node, conversion: Conversion): Expression {
  const operators = node.childrenForFieldName('operators');
  const operands = codeIn(node).filter(({ type }) => !comparisonWords.has(type));
  const [first, ...rest] = conversion.expressions(operands);
  if (!first) return other(node, conversion);
  return rest.reduce((left, right, index) => {
    const span = { start: left.span.start, end: right.span.end };
    return { kind: 'binary', span, left, operator: operators[index]?.type ?? '', right };
  }, first);
}

const comparisonWords: ReadonlySet<string> = new Set(['not in', 'is not']);

function unary(node: Node, operator: string, conversion: Conversion): Expression {
  const operand = orNothing(field(node, 'argument'), node, conversion);
  return { kind: 'unary', span: spanOf(node), operator, operand };
}

function conditional(node: Node, conversion: Conversion): Expression {
  const [body, test, orelse] = codeIn(node);
  return {
    kind: 'conditional',
    span: spanOf(node),
    body: orNothing(body, node, conversion),
    test: orNothing(test, node, conversion),
    orelse: orNothing(orelse, node, conversion),
  };
}

function walrus(node: Node, conversion: Conversion): Expression {
  const target = orNothing(field(node, 'name'), node, conversion);
  const value = orNothing(field(node, 'value'), node, conversion);
  const span = spanOf(node);
  return target.kind === 'name' ? { kind: 'walrus', span, target, value } : { kind: 'other', span, children: [value] };
}

function comprehension(node: Node, conversion: Conversion): Expression {
  const locals: string[] = [];
  const iterables: Node[] = [];
  const rest: Node[] = [];
  for (const part of codeIn(node)) {
    if (part.type === 'for_in_clause') {
      const target = field(part, 'left');
      if (target) locals.push(...identifiersIn(target, conversion.text));
      iterables.push(...part.childrenForFieldName('right').filter((child) => child.isNamed));
    } else {
      rest.push(...(part.type === 'pair' || part.type === 'if_clause' ? codeIn(part) : [part]));
    }
  }
  return { kind: 'other', span: spanOf(node), children: conversion.expressions([...iterables, ...rest]), locals };
}

function identifiersIn(target: Node, text: string): string[] {
  const names = target.type === 'identifier' ? [target] : target.descendantsOfType('identifier');
  return names.map(({ startIndex, endIndex }) => text.slice(startIndex, endIndex));
}
