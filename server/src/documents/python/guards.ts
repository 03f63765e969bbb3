import type { ExceptHandler, Expression, If } from './syntax.ts';

/** What a branch of an `if` is when the module is imported. */
export interface BranchAtImport {
  /** False under `if __name__ == "__main__":` and `if TYPE_CHECKING:`. */
  readonly runs: boolean;
  /** Whether other conditions than those two decide. */
  readonly certain: boolean;
}

/** Which branches of `statement` run when the module is imported, as far as its tests tell; one answer a branch. */
export function branchesAtImport({ branches }: If): BranchAtImport[] {
  let possible = true;
  let certain = true;
  return branches.map(({ test }) => {
    const outcome = test ? atImport(test) : true;
    const branch = { runs: possible && outcome !== false, certain: certain && outcome === true };
    if (outcome === true) possible = false;
    if (outcome !== false) certain = false;
    return branch;
  });
}

/** The value of `test` while the module is imported, where it is known. */
function atImport(test: Expression): boolean | undefined {
  if (test.kind === 'constant' && typeof test.value === 'boolean') return test.value;
  if (isTypeChecking(test)) return false;
  if (test.kind === 'unary' && test.operator === 'not') return opposite(atImport(test.operand));
  if (test.kind !== 'binary') return undefined;
  if (comparesNameToMain(test.left, test.right)) return mainOutcomes[test.operator];
  const [left, right] = [atImport(test.left), atImport(test.right)];
  if (test.operator === 'and') return left === false || right === false ? false : left && right;
  if (test.operator === 'or') return left === true || right === true ? true : (left ?? true) ? undefined : right;
  return undefined;
}

const mainOutcomes: Readonly<Record<string, boolean>> = { '==': false, '!=': true };

function opposite(outcome: boolean | undefined): boolean | undefined {
  return outcome === undefined ? undefined : !outcome;
}

function isTypeChecking(test: Expression): boolean {
  return (
    (test.kind === 'name' && test.id === 'TYPE_CHECKING') ||
    (test.kind === 'attribute' && test.attribute === 'TYPE_CHECKING')
  );
}

function comparesNameToMain(left: Expression, right: Expression): boolean {
  return [
    [left, right],
    [right, left],
  ].some(([a, b]) => a?.kind === 'name' && a.id === '__name__' && b?.kind === 'string' && b.value === '__main__');
}

/** Whether one of `handlers` catches a KeyError (docs.python.org/3/library/exceptions.html#exception-hierarchy). */
export function catchesKeyError(handlers: readonly ExceptHandler[]): boolean {
  return handlers.some(({ type }) => !type || typesIn(type).some((name) => keyErrorClasses.has(name)));
}

const keyErrorClasses: ReadonlySet<string> = new Set(['KeyError', 'LookupError', 'Exception', 'BaseException']);

function typesIn(type: Expression): string[] {
  if (type.kind === 'name') return [type.id];
  return type.kind === 'tuple' ? type.elements.flatMap(typesIn) : [];
}
