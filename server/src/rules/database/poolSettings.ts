import type { PythonDocument } from '../../documents/python/document.ts';
import { constantNumber, type Keywords, qualifiedName } from '../../documents/python/scope.ts';
import { defaultPool, queuePools, serverlessPool, staticPools } from '../../facts/database.ts';
import type { EngineCall } from './engineCalls.ts';

export type PoolSetting = keyof typeof serverlessPool;

/** The settings, in the order in which they are written. */
export const poolSettings = Object.keys(serverlessPool) as readonly PoolSetting[];

/** What the pool of an engine is, as far as the file tells. */
export type Pool =
  | { readonly kind: 'queue'; readonly most: number; readonly given: readonly PoolSetting[] }
  | { readonly kind: 'static' }
  /** One that holds no connections, or one of which the file does not tell enough. */
  | { readonly kind: 'other' };

/** The pool of `engine`. */
export function poolOf(document: PythonDocument, { keywords }: EngineCall): Pool {
  const { values, complete } = keywords;
  if (!complete || values.has('pool')) return { kind: 'other' };
  const poolclass = values.get('poolclass')?.value;
  const name = poolclass && qualifiedName(document, poolclass);
  if (poolclass && name === undefined) return { kind: 'other' };
  if (name !== undefined && staticPools.has(name)) return { kind: 'static' };
  if (name !== undefined && !queuePools.has(name)) return { kind: 'other' };
  const size = numberOf(document, keywords, 'pool_size', defaultPool.size);
  const overflow = numberOf(document, keywords, 'max_overflow', defaultPool.overflow);
  if (size === undefined || overflow === undefined) return { kind: 'other' };
  const most = size === 0 || overflow < 0 ? Number.POSITIVE_INFINITY : size + overflow;
  return { kind: 'queue', most, given: poolSettings.filter((setting) => values.has(setting)) };
}

/** The number given for `setting`, or what counts where none is given; `undefined` where the file does not tell it. */
function numberOf(document: PythonDocument, { values }: Keywords, setting: PoolSetting, otherwise: number) {
  const value = values.get(setting)?.value;
  return value ? constantNumber(document, value) : otherwise;
}
