import type { Span } from '../../text/span.ts';
import type { ClassDefinition, Expression, FunctionDefinition, ImportedName, Statement } from './syntax.ts';

/** One place where a name gets its meaning. */
export interface Binding {
  readonly name: string;
  /** Of the name alone. */
  readonly span: Span;
  /** `annotation` is an annotated assignment, with a value or without; `type` is `type X = ...`. */
  readonly how:
    | 'assignment'
    | 'annotation'
    | 'augmented'
    | 'import'
    | 'importFrom'
    | 'function'
    | 'class'
    | 'loop'
    | 'with'
    | 'except'
    | 'walrus'
    | 'match'
    | 'type'
    | 'delete';
  /** Whether it stands inside `if`, `try`, `with`, `for`, `while` or `match`, or is the variable of a loop or a handler. */
  readonly conditional: boolean;
  /** The statement at top level that it is, or lies in. */
  readonly statement: Statement;
  /** What is assigned, where that is one expression; absent for names bound by unpacking. */
  readonly value?: Expression;
  readonly definition?: FunctionDefinition | ClassDefinition;
  /** `a.b` for `import a.b`, `a.b` for `from a import b`; with leading dots where relative. */
  readonly imported?: string;
  /** What the name itself refers to: `imported`, but `a` for `import a.b`, which binds `a`. */
  readonly refersTo?: string;
  /** Bound by unpacking: `a, b = value`. */
  readonly tuple?: boolean;
}

/** The part of a binding that an imported name gives. */
type Imported = Pick<Binding, 'name' | 'span' | 'imported' | 'refersTo'>;

/** What `import a.b` or `import a.b as c` binds. */
export function boundByImport({ name, nameSpan, alias, aliasSpan }: ImportedName): Imported {
  if (alias !== undefined && aliasSpan) return { name: alias, span: aliasSpan, imported: name, refersTo: name };
  const first = name.split('.')[0] ?? name;
  const span = { start: nameSpan.start, end: nameSpan.start + first.length };
  return { name: first, span, imported: name, refersTo: first };
}

/** What one name in `from module import name as alias` binds. `module` has its leading dots. */
export function boundByImportFrom(module: string, { name, nameSpan, alias, aliasSpan }: ImportedName): Imported {
  const imported = module === '' || module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
  return { name: alias ?? name, span: aliasSpan ?? nameSpan, imported, refersTo: imported };
}
