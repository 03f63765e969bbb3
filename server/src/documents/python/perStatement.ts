import { remembered } from '../remembered.ts';
import type { Statement } from './syntax.ts';

/** For a statement that was moved by an edit elsewhere: the statement that was parsed. */
const originals = new WeakMap<Statement, Statement>();

/** Notes that `copy` is `original` at another place. */
export function noteMoved(original: Statement, copy: Statement): void {
  originals.set(copy, originals.get(original) ?? original);
}

/**
 * What `compute` says of a statement, worked out once for as long as its text stays the same: an edit elsewhere moves the
 * statement, and the answer stays. So it must not depend on where the statement stands.
 */
export function perStatement<T>(compute: (statement: Statement) => T): (statement: Statement) => T {
  const answer = remembered(compute);
  return (statement) => answer(originals.get(statement) ?? statement);
}
