import type { Node } from 'web-tree-sitter';
import type { Conversion } from './convert.ts';
import { convertClass, convertDecorated, convertFunction } from './convertDefinition.ts';
import { convertFor, convertIf, convertMatch, convertTry, convertWhile, convertWith } from './convertFlow.ts';
import { convertFutureImport, convertImport, convertImportFrom } from './convertImport.ts';
import { codeIn, field, spanOf } from './nodes.ts';
import type { Expression, Statement } from './syntax.ts';

type Convert = (node: Node, conversion: Conversion) => Statement;

const converters: Readonly<Record<string, Convert>> = {
  expression_statement: expressionStatement,
  import_statement: convertImport,
  import_from_statement: convertImportFrom,
  future_import_statement: convertFutureImport,
  function_definition: convertFunction,
  class_definition: convertClass,
  decorated_definition: convertDecorated,
  if_statement: convertIf,
  try_statement: convertTry,
  with_statement: convertWith,
  for_statement: convertFor,
  while_statement: convertWhile,
  match_statement: convertMatch,
  return_statement: convertReturn,
  raise_statement: convertRaise,
  delete_statement: convertDelete,
  pass_statement: keywordStatement('pass'),
  break_statement: keywordStatement('break'),
  continue_statement: keywordStatement('continue'),
  global_statement: keywordStatement('global'),
  nonlocal_statement: keywordStatement('nonlocal'),
  assert_statement: keywordStatement('assert'),
  print_statement: keywordStatement('print'),
  exec_statement: keywordStatement('exec'),
  type_alias_statement: keywordStatement('type'),
};

/** Whether a node of this type is a statement. */
export function isStatement(type: string): boolean {
  return type in converters;
}

/** The statement `node`, one for which `isStatement` holds. */
export function convertStatement(node: Node, conversion: Conversion): Statement {
  const convert = converters[node.type] ?? keywordStatement('error');
  return convert(node, conversion);
}

/** The statements that tree-sitter found where a compound statement does not parse. */
export function salvagedIn(node: Node, conversion: Conversion): Statement[] {
  if (!mayHoldStatements.has(node.type) || !node.hasError) return [];
  const broken = node.namedChildren.filter(({ type }) => type === 'ERROR');
  return conversion.statements(broken.flatMap(({ namedChildren }) => namedChildren.filter(holdsStatements)));
}

function holdsStatements({ type }: Node): boolean {
  return type === 'ERROR' || isStatement(type);
}

const mayHoldStatements: ReadonlySet<string> = new Set([
  'function_definition',
  'class_definition',
  'decorated_definition',
  'if_statement',
  'try_statement',
  'with_statement',
  'for_statement',
  'while_statement',
  'match_statement',
]);

function expressionStatement(node: Node, conversion: Conversion): Statement {
  const code = codeIn(node);
  const [first] = code;
  if (first?.type === 'assignment') return assignment(first, node, conversion);
  if (first?.type === 'augmented_assignment') return augmented(first, node, conversion);
  return { kind: 'expression', span: spanOf(node), expression: tupleOrOne(code, node, conversion) };
}

/** `a` or `a, b` as it may stand bare behind a keyword or alone. */
function tupleOrOne(code: Node[], node: Node, conversion: Conversion): Expression {
  const elements = conversion.expressions(code);
  const [first] = elements;
  const single = elements.length === 1 && !node.children.some(({ type }) => type === ',');
  return first && single ? first : { kind: 'tuple', span: spanOf(node), elements };
}

function assignment(node: Node, statement: Node, conversion: Conversion): Statement {
  const targets: Expression[] = [];
  let link: Node | undefined = node;
  let value: Node | undefined;
  while (link?.type === 'assignment') {
    const target = field(link, 'left');
    if (target) targets.push(conversion.expression(target));
    value = field(link, 'right');
    link = value;
  }
  const annotation = field(node, 'type');
  return {
    kind: 'assignment',
    span: spanOf(statement),
    targets,
    ...(annotation ? { annotation: conversion.expression(annotation) } : {}),
    ...(value ? { value: conversion.expression(value) } : {}),
  };
}

function augmented(node: Node, statement: Node, conversion: Conversion): Statement {
  const [left, right] = [field(node, 'left'), field(node, 'right')];
  const span = spanOf(statement);
  const nothing: Expression = { kind: 'other', span: { start: span.end, end: span.end }, children: [] };
  return {
    kind: 'augmentedAssignment',
    span,
    target: left ? conversion.expression(left) : nothing,
    value: right ? conversion.expression(right) : nothing,
  };
}

function convertReturn(node: Node, conversion: Conversion): Statement {
  const [value] = codeIn(node);
  return { kind: 'return', span: spanOf(node), ...(value ? { value: conversion.expression(value) } : {}) };
}

function convertRaise(node: Node, conversion: Conversion): Statement {
  const cause = field(node, 'cause');
  const value = codeIn(node).find(({ id }) => id !== cause?.id);
  return {
    kind: 'raise',
    span: spanOf(node),
    ...(value ? { value: conversion.expression(value) } : {}),
    ...(cause ? { cause: conversion.expression(cause) } : {}),
  };
}

function convertDelete(node: Node, conversion: Conversion): Statement {
  const code = codeIn(node);
  const targets = code.length === 1 && code[0]?.type === 'expression_list' ? codeIn(code[0]) : code;
  return { kind: 'delete', span: spanOf(node), targets: conversion.expressions(targets) };
}

function keywordStatement(keyword: string): Convert {
  return (node, conversion) => ({
    kind: 'otherStatement',
    span: spanOf(node),
    keyword,
    children: conversion.expressions(codeIn(node)),
  });
}
