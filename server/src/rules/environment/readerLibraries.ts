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

/** A variable that a library reads. */
export interface LibraryRead {
  readonly name: string;
  /** Whether it raises an error where the variable is not set. */
  readonly required: boolean;
}

/** The variable without which `site` raises an error, where it reads one through a library. */
export function requiredByReader(document: PythonDocument, site: CallSite): string | undefined {
  const read = readByLibrary(document, site);
  return read?.required ? read.name : undefined;
}

/**
 * The variable that `site` reads through python-decouple, django-environ, environs or starlette. It is required where
 * there is no default; `undefined` where a scheme or a prefix decides elsewhere.
 * Source: the reference of these packages
 */
export function readByLibrary(document: PythonDocument, { call, name }: CallSite): LibraryRead | undefined {
  if (name === 'decouple.config') return namedRead(document, call);
  const made = makerOf(document, call);
  if (!made || document.text.includes('prefixed(') || readsOtherFile(document, made)) return undefined;
  const { values: scheme, complete } = keywordsOf(document, made);
  const read = namedRead(document, call);
  const isPrefixed = scheme.has('env_prefix') || scheme.has('environ') || scheme.has('prefix');
  return read === undefined || !complete || isPrefixed || scheme.has(read.name) ? undefined : read;
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

/** The name that is read, and whether neither a second argument nor a keyword gives a default. */
function namedRead(document: PythonDocument, call: Call): LibraryRead | undefined {
  const [first, ...more] = call.arguments.filter(({ name }) => name === undefined);
  const { values, complete } = keywordsOf(document, call);
  if (!first || first.star || !complete) return undefined;
  const variable = constantString(document, first.value);
  if (variable === undefined || !/^\w+$/.test(variable)) return undefined;
  return { name: variable, required: more.length === 0 && !values.has('default') };
}
