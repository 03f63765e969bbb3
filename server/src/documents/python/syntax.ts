import type { Span } from '../../text/span.ts';
import type { Argument, Expression, Name, Node, Parameter } from './expressionSyntax.ts';

export type * from './expressionSyntax.ts';

/**
 * A Python module as rules see it: plain objects with spans, made from the tree-sitter tree.
 * Names follow CPython's `ast` where it has one. What no rule asks about is an `Other` that keeps its expressions.
 */

/** `a = b = value`, `a: T = value`, `a: T` (no value) */
export interface Assignment extends Node<'assignment'> {
  readonly targets: readonly Expression[];
  readonly annotation?: Expression;
  readonly value?: Expression;
}
export interface AugmentedAssignment extends Node<'augmentedAssignment'> {
  readonly target: Expression;
  readonly value: Expression;
}
export interface ExpressionStatement extends Node<'expression'> {
  readonly expression: Expression;
}
export interface ImportedName {
  readonly span: Span;
  /** `a.b` in `import a.b`; `c` in `from a import c`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly alias?: string;
  readonly aliasSpan?: Span;
}
export interface Import extends Node<'import'> {
  readonly names: readonly ImportedName[];
}
export interface ImportFrom extends Node<'importFrom'> {
  /** Empty for `from . import x`. */
  readonly module: string;
  /** The leading dots included. */
  readonly moduleSpan: Span;
  /** Number of leading dots. */
  readonly level: number;
  readonly names: readonly ImportedName[];
  /** `from x import *` */
  readonly star: boolean;
}
export interface FunctionDefinition extends Node<'function'> {
  readonly name: string;
  readonly nameSpan: Span;
  readonly async: boolean;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Decorator[];
  readonly returns?: Expression;
  readonly body: readonly Statement[];
  /** From `def` (or `async`) to the colon, both included. Decorators lie before it, but inside `span`. */
  readonly headerSpan: Span;
}
export interface Decorator {
  readonly span: Span;
  readonly expression: Expression;
}
export interface ClassDefinition extends Node<'class'> {
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Argument[];
  readonly decorators: readonly Decorator[];
  readonly body: readonly Statement[];
  readonly headerSpan: Span;
}
/** `if`/`elif`/`else`: a branch without test is `else`. */
export interface If extends Node<'if'> {
  readonly branches: readonly { readonly test?: Expression; readonly body: readonly Statement[] }[];
}
export interface Try extends Node<'try'> {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface ExceptHandler {
  /** Absent for a bare `except:`; a tuple where several types are named. */
  readonly type?: Expression;
  readonly name?: Name;
  readonly body: readonly Statement[];
}
export interface With extends Node<'with'> {
  readonly items: readonly { readonly expression: Expression; readonly target?: Expression }[];
  readonly body: readonly Statement[];
}
export interface For extends Node<'for'> {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface While extends Node<'while'> {
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface Match extends Node<'match'> {
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface MatchCase {
  /** The names that the pattern binds, in order. */
  readonly captures: readonly Name[];
  readonly guard?: Expression;
  readonly body: readonly Statement[];
}
export interface Return extends Node<'return'> {
  readonly value?: Expression;
}
export interface Raise extends Node<'raise'> {
  readonly value?: Expression;
  /** The expression behind `from`. */
  readonly cause?: Expression;
}
export interface Delete extends Node<'delete'> {
  readonly targets: readonly Expression[];
}
/**
 * `pass`, `break`, `continue`, `global`, `nonlocal`, `assert`, `type`, Python 2's `print` and `exec`, and what does not
 * parse. Definitions and other statements found inside such an error follow it in the list of statements.
 */
export interface OtherStatement extends Node<'otherStatement'> {
  /** Its first word, or `error` where it does not parse or is nested too deep. */
  readonly keyword: string;
  readonly children: readonly Expression[];
}

export type Statement =
  | Assignment
  | AugmentedAssignment
  | ExpressionStatement
  | Import
  | ImportFrom
  | FunctionDefinition
  | ClassDefinition
  | If
  | Try
  | With
  | For
  | While
  | Match
  | Return
  | Raise
  | Delete
  | OtherStatement;
