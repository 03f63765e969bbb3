import type { Span } from '../../text/span.ts';
import { remembered } from '../remembered.ts';
import type { Binding } from './bindings.ts';
import type { PythonDocument } from './document.ts';
import { Scope } from './scopes.ts';
import { surveyStatements } from './surveyStatement.ts';
import type { Binary, Call, Expression, FunctionDefinition, Lambda, Name, Statement, Subscript } from './syntax.ts';

/** Where code stands: what has to happen for it to run. */
export interface Place {
  readonly topLevel: Statement;
  /** The innermost function that it is in the body of. */
  readonly within?: FunctionDefinition | Lambda;
  /** Whether importing the module runs it. */
  readonly atImport: boolean;
  /** Whether it may not run though the function (or module) that it is in runs. */
  readonly conditional: boolean;
  /** Whether it stands inside a compound statement other than a class or a function. */
  readonly nested: boolean;
  /** Whether a `try` around it, in the same function, catches a KeyError. */
  readonly caught: boolean;
  readonly scope: Scope;
}

/** A change in place of what a name stands for. */
export interface Change {
  readonly place: Place;
  readonly span: Span;
  /** `name[key] = value` */
  readonly item?: { readonly key: Expression; readonly value: Expression };
  /** `name.update(...)` */
  readonly update?: Call;
}

/** Something at its place. */
export interface At<T> {
  readonly node: T;
  readonly place: Place;
}

/** All that a walk through a module finds: names and what they are bound to, and the code that runs, in no set order. */
export class Survey {
  readonly module = new Scope('module');
  readonly statements: At<Statement>[] = [];
  readonly calls: (At<Call> & { readonly awaited: boolean })[] = [];
  /** Subscripts that are read, not assigned to or deleted. */
  readonly subscripts: At<Subscript>[] = [];
  /** `x in y` and `x not in y` */
  readonly memberships: At<Binary>[] = [];
  /** By name: what is put into its value or taken out of it, in the order of the text. */
  readonly #changes = new Map<string, Change[]>();
  /** The modules of `from module import *` at any level, with their leading dots. */
  readonly stars: string[] = [];
  /** The imports inside functions and classes. */
  readonly innerImports: Binding[] = [];
  readonly #scopes = new Map<Name, Scope>();
  /** Whether annotations are not evaluated: `from __future__ import annotations`. */
  readonly annotationsAreText: boolean;

  constructor({ statements }: PythonDocument) {
    this.annotationsAreText = statements.some(
      (statement) =>
        statement.kind === 'importFrom' &&
        statement.module === '__future__' &&
        statement.names.some(({ name }) => name === 'annotations'),
    );
    for (const topLevel of statements) {
      const place = { topLevel, atImport: true, conditional: false, nested: false, caught: false, scope: this.module };
      surveyStatements([topLevel], place, this);
    }
  }

  /** Remembers the scope that `name` is used in. */
  use(name: Name, { scope }: Place): void {
    if (scope !== this.module) this.#scopes.set(name, scope);
  }

  /** The scope that `name`, a node of this very document, is used in. */
  scopeOf(name: Name): Scope {
    return this.#scopes.get(name) ?? this.module;
  }

  /** Records a binding at `place`. */
  bind(part: Omit<Binding, 'statement' | 'conditional'> & { conditional?: boolean }, place: Place): void {
    const binding = { ...part, conditional: part.conditional ?? place.nested, statement: place.topLevel };
    place.scope.bind(binding);
    if (binding.imported !== undefined && place.scope !== this.module) this.innerImports.push(binding);
  }

  /** Records that what `expression` names is changed in place, however deep inside of it. */
  mutate(expression: Expression, change: Change): void {
    if (expression.kind === 'name') {
      const known = this.#changes.get(expression.id);
      if (known) known.push(change);
      else this.#changes.set(expression.id, [change]);
    } else if (expression.kind === 'subscript') {
      this.mutate(expression.value, { place: change.place, span: change.span });
    }
  }

  /** The changes in place of what `name` stands for, whatever scope the name belongs to. */
  changesOf(name: string): readonly Change[] {
    return this.#changes.get(name) ?? [];
  }
}

/** The survey of a document, made when first asked for. */
export const surveyOf = remembered((document: PythonDocument) => new Survey(document));
