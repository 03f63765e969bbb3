import type { Node } from 'web-tree-sitter';
import type { Conversion } from './convert.ts';
import { codeIn, field, spanOf } from './nodes.ts';
import type { Argument, Expression, Parameter } from './syntax.ts';

/** `callee(arguments)`; a generator may stand in place of the parentheses and what is in them. */
export function convertCall(node: Node, conversion: Conversion): Expression {
  const callee = field(node, 'function');
  const list = field(node, 'arguments');
  const span = spanOf(node);
  const nothing = { start: span.end, end: span.end };
  return {
    kind: 'call',
    span,
    callee: callee ? conversion.expression(callee) : { kind: 'other', span: nothing, children: [] },
    arguments: list ? convertArguments(list, conversion) : [],
    argumentsSpan: list ? spanOf(list) : nothing,
  };
}

/** The arguments of a call, or the bases and keywords of a class. */
export function convertArguments(list: Node, conversion: Conversion): Argument[] {
  if (list.type === 'generator_expression') return [{ span: spanOf(list), value: conversion.expression(list) }];
  return codeIn(list).map((node) => argument(node, conversion));
}

function argument(node: Node, conversion: Conversion): Argument {
  const span = spanOf(node);
  const star = node.type === 'list_splat' ? '*' : node.type === 'dictionary_splat' ? '**' : undefined;
  if (star) return { span, star, value: lastExpression(node, conversion) };
  const word = node.type === 'keyword_argument' ? field(node, 'name') : undefined;
  if (!word) return { span, value: conversion.expression(node) };
  const value = field(node, 'value');
  return {
    span,
    name: textOf(word, conversion),
    nameSpan: spanOf(word),
    value: value
      ? conversion.expression(value)
      : { kind: 'other', span: { start: span.end, end: span.end }, children: [] },
  };
}

/** `lambda parameters: body` */
export function convertLambda(node: Node, conversion: Conversion): Expression {
  const parameters = field(node, 'parameters');
  const body = field(node, 'body');
  const span = spanOf(node);
  return {
    kind: 'lambda',
    span,
    parameters: parameters ? convertParameters(parameters, conversion) : [],
    body: body
      ? conversion.expression(body)
      : { kind: 'other', span: { start: span.end, end: span.end }, children: [] },
  };
}

/** The parameters in the list `node`, the separator `*` included, the separator `/` left out. */
export function convertParameters(node: Node, conversion: Conversion): Parameter[] {
  return codeIn(node)
    .filter(({ type }) => type !== 'positional_separator')
    .map((parameter) => convertParameter(parameter, conversion));
}

function convertParameter(node: Node, conversion: Conversion): Parameter {
  const type = field(node, 'type');
  const value = field(node, 'value');
  const named = field(node, 'name') ?? (node.type === 'typed_parameter' ? codeIn(node)[0] : undefined) ?? node;
  const star = stars[named.type];
  const word = star ? codeIn(named)[0] : named;
  return {
    span: spanOf(node),
    name: word ? textOf(word, conversion) : '',
    ...(star ? { star } : {}),
    ...(type ? { annotation: conversion.expression(type) } : {}),
    ...(value ? { default: conversion.expression(value) } : {}),
  };
}

const stars: Readonly<Record<string, '*' | '**'>> = {
  list_splat_pattern: '*',
  keyword_separator: '*',
  dictionary_splat_pattern: '**',
};

function lastExpression(node: Node, conversion: Conversion): Expression {
  const child = codeIn(node).at(-1);
  return child ? conversion.expression(child) : { kind: 'other', span: spanOf(node), children: [] };
}

function textOf(node: Node, { text }: Conversion): string {
  return text.slice(node.startIndex, node.endIndex);
}
