import type { PythonDocument } from '../../documents/python/document.ts';
import {
  type CallSite,
  constantString,
  keywordsOf,
  qualifiedName,
  resolvedValue,
} from '../../documents/python/scope.ts';
import type { Call } from '../../documents/python/syntax.ts';

/** Classes whose objects read variables when they are called, or by methods named after types. */
const readers: ReadonlySet<string> = new Set(['environ.Env', 'environs.Env', 'starlette.config.Config']);

const typedMethods: ReadonlySet<string> = new Set([
  ...['str', 'bool', 'int', 'float', 'list', 'dict', 'json', 'url', 'path', 'decimal', 'date', 'datetime', 'uuid'],
  ...['db', 'db_url', 'cache', 'cache_url', 'email', 'dj_db_url'],
]);

/**
 * The variable without which `site` raises an error, where it reads one through python-decouple, django-environ, environs
 * or starlette: a name and no default. `undefined` where a default, a scheme or a prefix decides elsewhere.
 * Source: the reference of these packages
 */
export function requiredByReader(document: PythonDocument, { call, name }: CallSite): string | undefined {
  if (name === 'decouple.config') return soleName(document, call);
  const made = makerOf(document, call);
  if (!made || document.text.includes('prefixed(') || readsOtherFile(document, made)) return undefined;
  const { values: scheme, complete } = keywordsOf(document, made);
  const variable = soleName(document, call);
  const isPrefixed = scheme.has('env_prefix') || scheme.has('environ') || scheme.has('prefix');
  return variable === undefined || !complete || isPrefixed || scheme.has(variable) ? undefined : variable;
}

/** The call that made the object that `call` reads with. */
function makerOf(document: PythonDocument, { callee }: Call): Call | undefined {
  const isMethod = callee.kind === 'attribute' && typedMethods.has(callee.attribute);
  const object = isMethod ? callee.value : callee;
  if (object.kind !== 'name') return undefined;
  const made = resolvedValue(document, object);
  return made.kind === 'call' && readers.has(qualifiedName(document, made.callee) ?? '') ? made : undefined;
}

/** Whether values come from a file that is not called `.env`: it may be deployed with the code. */
function readsOtherFile({ text }: PythonDocument, made: Call): boolean {
  const isNamed = /["'/]\.env["']/.test(text);
  return !isNamed && (text.includes('read_env(') || made.arguments.some(({ name }) => name === undefined));
}

/** The name that is read, where nothing else is given by position and no default by keyword. */
function soleName(document: PythonDocument, call: Call): string | undefined {
  const [first, ...more] = call.arguments.filter(({ name }) => name === undefined);
  const { values, complete } = keywordsOf(document, call);
  if (!first || first.star || more.length > 0 || !complete || values.has('default')) return undefined;
  const variable = constantString(document, first.value);
  return variable !== undefined && /^\w+$/.test(variable) ? variable : undefined;
}
