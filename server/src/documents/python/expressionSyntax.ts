import type { Span } from '../../text/span.ts';

/** What every node of a Python module has: its kind, and its place in UTF-16 offsets. */
export interface Node<K extends string> {
  readonly kind: K;
  readonly span: Span;
}

export interface Name extends Node<'name'> {
  readonly id: string;
}
/** `value.attribute` */
export interface Attribute extends Node<'attribute'> {
  readonly value: Expression;
  readonly attribute: string;
  readonly attributeSpan: Span;
}
export interface Argument {
  readonly span: Span;
  /** Keyword name; absent for positional, `*` and `**` arguments. */
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly star?: '*' | '**';
  readonly value: Expression;
}
export interface Call extends Node<'call'> {
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** From `(` to `)`, both included; the end of the file where `)` is not typed yet. */
  readonly argumentsSpan: Span;
}
export interface StringLiteral extends Node<'string'> {
  /** Its value, adjacent literals joined, escapes resolved; absent for bytes, f-strings with fields and `\N{...}`. */
  readonly value?: string;
  /** The expressions in the fields of an f-string. */
  readonly fields: readonly Expression[];
  /**
   * The literal text around the fields: always one part more than fields, each perhaps empty; for a plain string its
   * value alone. None for bytes.
   */
  readonly parts: readonly string[];
}
export interface NumberLiteral extends Node<'number'> {
  /** NaN where it is a complex number. */
  readonly value: number;
}
/** `True`, `False`, `None`, `...` */
export interface Constant extends Node<'constant'> {
  readonly value: boolean | null | 'ellipsis';
}
export interface Sequence extends Node<'list' | 'tuple' | 'set'> {
  readonly elements: readonly Expression[];
}
export interface DictItem {
  readonly span: Span;
  /** Absent for `**other`. */
  readonly key?: Expression;
  readonly value: Expression;
}
export interface Dict extends Node<'dict'> {
  readonly items: readonly DictItem[];
}
export interface Subscript extends Node<'subscript'> {
  readonly value: Expression;
  readonly index: Expression;
}
export interface Lambda extends Node<'lambda'> {
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}
export interface Await extends Node<'await'> {
  readonly value: Expression;
}
/**
 * `left operator right`, for arithmetic, comparison (`==`, `in`, `not in`, `is` ...) and boolean (`and`, `or`) operators.
 * A chain `a < b < c` is `(a < b) < c`.
 */
export interface Binary extends Node<'binary'> {
  readonly left: Expression;
  readonly operator: string;
  readonly right: Expression;
}
/** `not x`, `-x`, `+x`, `~x` */
export interface Unary extends Node<'unary'> {
  readonly operator: string;
  readonly operand: Expression;
}
/** `body if test else orelse` */
export interface Conditional extends Node<'conditional'> {
  readonly body: Expression;
  readonly test: Expression;
  readonly orelse: Expression;
}
/** `(target := value)` */
export interface Walrus extends Node<'walrus'> {
  readonly target: Name;
  readonly value: Expression;
}
/** Comprehensions, generators, slices, starred, `yield`, what does not parse, and what is nested too deep (no children). */
export interface OtherExpression extends Node<'other'> {
  /** For a comprehension: its iterables, of which only the first runs for certain, then element and conditions. */
  readonly children: readonly Expression[];
  /** The names that a comprehension binds for itself. */
  readonly locals?: readonly string[];
}

export type Expression =
  | Name
  | Attribute
  | Call
  | StringLiteral
  | NumberLiteral
  | Constant
  | Sequence
  | Dict
  | Subscript
  | Lambda
  | Await
  | Binary
  | Unary
  | Conditional
  | Walrus
  | OtherExpression;

/** The separator `*` is a parameter with star and an empty name; the separator `/` is left out. */
export interface Parameter {
  readonly span: Span;
  readonly name: string;
  readonly star?: '*' | '**';
  readonly annotation?: Expression;
  readonly default?: Expression;
}
