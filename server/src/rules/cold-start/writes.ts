import { constantPath, type Module } from '../../deployment/constantPath.ts';
import { type CallSite, constantString, keywordsOf, qualifiedName } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { fileWrites, pathWrites } from '../../facts/fileWrites.ts';

/** A call that writes, and where. */
export interface Write {
  /** Absolute, as on Vercel. */
  readonly path: string;
  /** The expression that gives the path. */
  readonly at: Expression;
  readonly folder: boolean;
}

/** What `site` writes, where the file tells it. */
export function writeOf(module: Module, site: CallSite): Write | undefined {
  const found = byName(module, site) ?? byOpen(module, site) ?? byMethod(site);
  const path = found && constantPath(module, found.at);
  return path === undefined || !found ? undefined : { ...found, path };
}

type Found = Omit<Write, 'path'> | undefined;

function byName({ document }: Module, { name, call }: CallSite): Found {
  const write = fileWrites.get(name ?? '');
  if (!write) return undefined;
  const { values, complete } = keywordsOf(document, call);
  if (!complete || (write.lazyBy && values.has(write.lazyBy))) return undefined;
  const at = values.get(write.keyword)?.value ?? argumentAt(call.arguments, write.position);
  return at && { at, folder: write.folder ?? false };
}

function argumentAt(list: CallSite['call']['arguments'], position = -1): Expression | undefined {
  const before = list.slice(0, position + 1);
  return before.some(({ name, star }) => name !== undefined || star) ? undefined : list[position]?.value;
}

/** `open(path, mode)` and `Path(...).open(mode)` with a mode that writes. */
function byOpen({ document }: Module, { name, call }: CallSite): Found {
  const isMethod = call.callee.kind === 'attribute' && call.callee.attribute === 'open' && name === undefined;
  const isFunction = name === 'builtins.open' || name === 'io.open';
  if (!isMethod && !isFunction) return undefined;
  const mode = keywordsOf(document, call).values.get('mode')?.value ?? argumentAt(call.arguments, isMethod ? 0 : 1);
  if (!mode || !/^[wax]|\+/.test(constantString(document, mode) ?? '')) return undefined;
  const at = isMethod && call.callee.kind === 'attribute' ? call.callee.value : argumentAt(call.arguments, 0);
  return at && { at, folder: false };
}

/** `Path(...).mkdir()` and the like; what it is called on must be a path, which its own evaluation finds out. */
function byMethod({ name, call: { callee } }: CallSite): Found {
  if (callee.kind !== 'attribute' || callee.value.kind === 'string') return undefined;
  const write = pathWrites.get(callee.attribute);
  return write && name === undefined ? { at: callee.value, folder: write.folder ?? false } : undefined;
}

/**
 * Whether importing the module makes the call in any case, or where the path is not there yet: `if not
 * os.path.exists(path):` keeps nothing from being written on Vercel.
 */
export function isDone(module: Module, { call, conditional, topLevel }: CallSite, { path }: Write): boolean {
  if (!conditional) return true;
  const [branch, ...more] = topLevel.kind === 'if' ? topLevel.branches : [];
  const { test, body = [] } = branch ?? {};
  const isOwn = body.some((statement) => statement.kind === 'expression' && statement.expression === call);
  if (more.length > 0 || !isOwn || test?.kind !== 'unary' || test.operator !== 'not' || test.operand.kind !== 'call')
    return false;
  const { callee, arguments: list } = test.operand;
  const name = qualifiedName(module.document, callee);
  const asks = name === 'os.path.exists' || name === 'os.path.isdir' || name === 'os.path.isfile';
  const method =
    callee.kind === 'attribute' && /^(?:exists|is_dir|is_file)$/.test(callee.attribute) ? callee.value : undefined;
  const asked = asks ? argumentAt(list, 0) : method;
  return asked !== undefined && constantPath(module, asked) === path;
}
