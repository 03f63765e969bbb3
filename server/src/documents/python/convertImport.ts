import type { Node } from 'web-tree-sitter';
import type { Conversion } from './convert.ts';
import { childOfType, codeIn, field, spanOf } from './nodes.ts';
import type { Import, ImportedName, ImportFrom } from './syntax.ts';

/** `import a.b, c as d` */
export function convertImport(node: Node, conversion: Conversion): Import {
  return { kind: 'import', span: spanOf(node), names: importedNames(node, conversion) };
}

/** `from ..a import b as c`, `from a import *` */
export function convertImportFrom(node: Node, conversion: Conversion): ImportFrom {
  const module = field(node, 'module_name');
  const relative = module?.type === 'relative_import' ? module : undefined;
  const prefix = relative && childOfType(relative, 'import_prefix');
  const dotted = relative ? childOfType(relative, 'dotted_name') : module;
  return {
    kind: 'importFrom',
    span: spanOf(node),
    module: dotted ? dottedText(dotted, conversion) : '',
    moduleSpan: spanOf(module ?? node),
    level: prefix ? prefix.childCount : 0,
    names: importedNames(node, conversion),
    star: childOfType(node, 'wildcard_import') !== undefined,
  };
}

/** `from __future__ import annotations` */
export function convertFutureImport(node: Node, conversion: Conversion): ImportFrom {
  const module = childOfType(node, '__future__');
  return {
    kind: 'importFrom',
    span: spanOf(node),
    module: '__future__',
    moduleSpan: spanOf(module ?? node),
    level: 0,
    names: importedNames(node, conversion),
    star: false,
  };
}

function importedNames(node: Node, conversion: Conversion): ImportedName[] {
  return node
    .childrenForFieldName('name')
    .filter((child) => child.isNamed)
    .map((child) => importedName(child, conversion));
}

function importedName(node: Node, conversion: Conversion): ImportedName {
  const dotted = (node.type === 'aliased_import' ? field(node, 'name') : undefined) ?? node;
  const alias = node.type === 'aliased_import' ? field(node, 'alias') : undefined;
  const name = dottedText(dotted, conversion);
  const base = { span: spanOf(node), name, nameSpan: spanOf(dotted) };
  if (!alias) return base;
  return { ...base, alias: conversion.text.slice(alias.startIndex, alias.endIndex), aliasSpan: spanOf(alias) };
}

/** `a.b` however it is spaced. */
function dottedText(node: Node, { text }: Conversion): string {
  return codeIn(node)
    .map(({ startIndex, endIndex }) => text.slice(startIndex, endIndex))
    .join('.');
}
