import type { Binding } from './bindings.ts';

/** The names of a module, a function, a class, a lambda or a comprehension. */
export class Scope {
  readonly kind: 'module' | 'class' | 'function' | 'comprehension';
  readonly parent: Scope | undefined;
  readonly #bindings = new Map<string, Binding[]>();
  /** Parameters, comprehension variables and `nonlocal` names: bound, but to nothing that the file tells. */
  readonly #unknown = new Set<string>();
  readonly #globals = new Set<string>();

  constructor(kind: Scope['kind'], parent?: Scope, unknown: Iterable<string> = []) {
    this.kind = kind;
    this.parent = parent;
    for (const name of unknown) this.#unknown.add(name);
  }

  /** The outermost scope. */
  get module(): Scope {
    return this.parent ? this.parent.module : this;
  }

  declareGlobal(name: string): void {
    if (this.parent) this.#globals.add(name);
  }

  /** Makes `name` one of whose meaning nothing is known. */
  hide(name: string): void {
    this.#unknown.add(name);
  }

  /** Records `binding` where Python puts it: a walrus in a comprehension belongs to the scope around it. */
  bind(binding: Binding): void {
    if (this.kind === 'comprehension' && this.parent) {
      this.parent.bind(binding);
      return;
    }
    if (this.#globals.has(binding.name)) {
      this.module.hide(binding.name);
      return;
    }
    const known = this.#bindings.get(binding.name);
    if (known) known.push(binding);
    else this.#bindings.set(binding.name, [binding]);
  }

  /** Every binding in this scope itself, in the order of the text. */
  all(): Binding[] {
    return [...this.#bindings.values()].flat().sort((a, b) => a.span.start - b.span.start);
  }

  /**
   * The bindings of `name` as seen from here, and the scope they belong to: none of them where it is bound to something
   * that the file does not tell. `undefined` where the name is not bound.
   */
  find(name: string): { bindings: readonly Binding[]; scope: Scope } | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      if (scope.kind === 'class' && scope !== this) continue;
      if (scope.#globals.has(name)) return this.module.find(name);
      if (scope.#unknown.has(name)) return { bindings: [], scope };
      const bindings = scope.#bindings.get(name);
      if (bindings) return { bindings, scope };
    }
    return undefined;
  }
}
