import type { Node } from 'web-tree-sitter';
import type { Span } from '../../text/span.ts';
import type { Conversion } from './convert.ts';
import { convertArguments, convertParameters } from './convertCall.ts';
import { childOfType, codeIn, field, spanOf } from './nodes.ts';
import type { ClassDefinition, Decorator, FunctionDefinition, Statement } from './syntax.ts';

/** A function without decorators. */
export function convertFunction(node: Node, conversion: Conversion): FunctionDefinition {
  const parameters = field(node, 'parameters');
  const returns = field(node, 'return_type');
  return {
    kind: 'function',
    span: spanOf(node),
    ...nameOf(node, conversion),
    async: childOfType(node, 'async') !== undefined,
    parameters: parameters ? convertParameters(parameters, conversion) : [],
    decorators: [],
    ...(returns ? { returns: conversion.expression(returns) } : {}),
    body: bodyOf(node, conversion),
    headerSpan: headerOf(node),
  };
}

/** A class without decorators. */
export function convertClass(node: Node, conversion: Conversion): ClassDefinition {
  const bases = field(node, 'superclasses');
  return {
    kind: 'class',
    span: spanOf(node),
    ...nameOf(node, conversion),
    bases: bases ? convertArguments(bases, conversion) : [],
    decorators: [],
    body: bodyOf(node, conversion),
    headerSpan: headerOf(node),
  };
}

/** A function or a class with the decorators before it; decorators alone, where the rest is still to be typed. */
export function convertDecorated(node: Node, conversion: Conversion): Statement {
  const decorators = codeIn(node)
    .filter(({ type }) => type === 'decorator')
    .map((decorator) => convertDecorator(decorator, conversion));
  const definition = field(node, 'definition');
  const span = spanOf(node);
  if (definition?.type === 'function_definition')
    return { ...convertFunction(definition, conversion), span, decorators };
  if (definition?.type === 'class_definition') return { ...convertClass(definition, conversion), span, decorators };
  const children = decorators.map(({ expression }) => expression);
  return { kind: 'otherStatement', span, keyword: 'error', children };
}

function convertDecorator(node: Node, conversion: Conversion): Decorator {
  const [code] = codeIn(node);
  const span = { start: node.startIndex, end: code?.endIndex ?? node.endIndex };
  return { span, expression: code ? conversion.expression(code) : { kind: 'other', span, children: [] } };
}

function nameOf(node: Node, { text }: Conversion): { name: string; nameSpan: Span } {
  const word = field(node, 'name');
  const nameSpan = word ? spanOf(word) : { start: node.startIndex, end: node.startIndex };
  return { name: text.slice(nameSpan.start, nameSpan.end), nameSpan };
}

function bodyOf(node: Node, conversion: Conversion): Statement[] {
  const body = field(node, 'body');
  return body ? conversion.statements(body.children) : [];
}

function headerOf(node: Node): Span {
  const colon = childOfType(node, ':');
  return { start: node.startIndex, end: colon?.endIndex ?? field(node, 'body')?.startIndex ?? node.endIndex };
}
