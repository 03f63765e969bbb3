import { environmentSettings } from '../../deployment/vercelJson/environmentSettings.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import {
  constantNumber,
  constantString,
  environmentReads,
  type Keywords,
  keywordsOf,
  qualifiedName,
  resolvedValue,
} from '../../documents/python/scope.ts';
import type { Argument, Call, Expression } from '../../documents/python/syntax.ts';
import { jsonAt, propertiesOf, spanOf, stringOf } from '../../documents/vercelJson.ts';
import { urlFactories } from '../../facts/database.ts';
import { inside } from '../../project/paths.ts';
import { vercelJsonOf } from '../../project/project.ts';
import type { Span } from '../../text/span.ts';
import type { ModuleContext } from '../rule.ts';

/** Stands for what the file does not tell: a field of an f-string. It occurs in no URL. */
const unknown = '\0';

/** The URL of a database as far as the files tell it. */
export interface DatabaseAddress {
  /** In lower case, such as `postgresql+asyncpg`; absent where it is not told. */
  readonly scheme?: string;
  /** In lower case, without user, password and port; absent where it is not told, and for SQLite. */
  readonly host?: string;
  readonly port?: number;
  /** Behind the host, without the leading `/`: for SQLite the file. Absent where it is not told in full. */
  readonly database?: string;
  /** Behind `?`; empty for none. */
  readonly query: string;
  /** Where it is written, a password among it: never to be quoted. */
  readonly path: string;
  readonly span: Span;
  /** Whether it counts only where an environment variable is not set. */
  readonly isFallback: boolean;
}

interface Source {
  readonly text: string;
  readonly path: string;
  readonly span: Span;
  readonly isFallback: boolean;
}

/**
 * The URLs that `expression` may be: a literal, what an environment variable has in vercel.json, or the fallback for one
 * that is not set. None where the files do not tell.
 */
export function addressesOf(
  context: ModuleContext,
  document: PythonDocument,
  expression: Expression,
): DatabaseAddress[] {
  return sources({ context, document }, expression, 0).flatMap((source) => addressIn(source) ?? []);
}

/** The server that the keywords `host` and `port` of a call name, where they are constants. */
export function addressOfKeywords(
  { path }: ModuleContext,
  document: PythonDocument,
  { values }: Keywords,
): DatabaseAddress | undefined {
  const host = values.get('host');
  const port = values.get('port');
  const name = host && constantString(document, host.value);
  const number = port && (constantNumber(document, port.value) ?? Number(constantString(document, port.value)));
  const place = host ?? port;
  if (!place || (name === undefined && !Number.isInteger(number))) return undefined;
  return {
    ...{ scheme: 'postgresql', query: '', path, span: place.span, isFallback: false },
    ...(name === undefined ? {} : { host: name.toLowerCase() }),
    ...(number !== undefined && Number.isInteger(number) ? { port: number } : {}),
  };
}

interface At {
  readonly context: ModuleContext;
  readonly document: PythonDocument;
}

const deepest = 8;

function sources(at: At, expression: Expression, depth: number): Source[] {
  const value = resolvedValue(at.document, expression);
  if (depth > deepest) return [];
  if (value.kind === 'string') {
    if (value.parts.length === 0) return [];
    return [{ text: value.parts.join(unknown), path: at.context.path, span: value.span, isFallback: false }];
  }
  if (value.kind === 'binary' && value.operator === '+') {
    const behind = constantString(at.document, value.right) ?? unknown;
    const all = sources(at, value.left, depth + 1).map((source) => ({ ...source, text: source.text + behind }));
    return all.map((source) => (source.path === at.context.path ? { ...source, span: value.span } : source));
  }
  if (value.kind === 'binary' && value.operator === 'or') {
    const first = sources(at, value.left, depth + 1);
    return [...first, ...(isCertain(first) ? [] : fallbacks(sources(at, value.right, depth + 1)))];
  }
  const read = environmentReads(at.document).find(
    ({ span }) => span.start === value.span.start && sameSpan(span, value),
  );
  if (read) return ofVariable(at, read.name, read.default, depth);
  return value.kind === 'call' ? ofCall(at, value, depth) : [];
}

function sameSpan(span: Span, { span: other }: Expression): boolean {
  return span.start === other.start && span.end === other.end;
}

function isCertain(found: readonly Source[]): boolean {
  return found.some(({ isFallback }) => !isFallback);
}

function fallbacks(found: readonly Source[]): Source[] {
  return found.map((source) => ({ ...source, isFallback: true }));
}

function ofVariable(at: At, name: string, otherwise: Expression | undefined, depth: number): Source[] {
  const set = setInVercelJson(at.context, name);
  if (set) return [set];
  return otherwise ? fallbacks(sources(at, otherwise, depth + 1)) : [];
}

/** The value that a variable has at requests, as vercel.json sets it. */
function setInVercelJson({ project }: ModuleContext, name: string): Source | undefined {
  const document = vercelJsonOf(project);
  if (!document || environmentSettings(document).length === 0) return undefined;
  const value = propertiesOf(jsonAt(document, ['env'])).findLast((property) => property.name === name)?.value;
  const text = stringOf(value);
  if (!value || text === undefined || /^[@$]/.test(text)) return undefined;
  return { text, path: inside(project.root, 'vercel.json'), span: spanOf(value), isFallback: false };
}

function ofCall(at: At, call: Call, depth: number): Source[] {
  const name = qualifiedName(at.document, call.callee) ?? '';
  if (urlFactories.has(name)) return ofUrlObject(at, call);
  if (urlParsers.has(name)) return first(call) ? sources(at, first(call) as Expression, depth + 1) : [];
  if (name === 'decouple.config') return ofDecouple(at, call, depth);
  if (call.callee.kind !== 'attribute') return [];
  const inner = () => (call.callee.kind === 'attribute' ? sources(at, call.callee.value, depth + 1) : []);
  if (call.callee.attribute === 'strip') return inner();
  if (call.callee.attribute !== 'replace') return [];
  const [from, to] = call.arguments.map(({ value }) => constantString(at.document, value));
  if (from === undefined || to === undefined) return [];
  return inner().map((source) => ({ ...source, text: source.text.replace(from, () => to) }));
}

const urlParsers: ReadonlySet<string> = new Set([
  'builtins.str',
  'sqlalchemy.make_url',
  'sqlalchemy.engine.make_url',
  'sqlalchemy.engine.url.make_url',
]);

function first({ arguments: [argument] }: Call): Expression | undefined {
  return argument && isPlain(argument) ? argument.value : undefined;
}

function isPlain({ name, star }: Argument): boolean {
  return name === undefined && star === undefined;
}

function ofDecouple(at: At, call: Call, depth: number): Source[] {
  const key = first(call);
  const name = key && constantString(at.document, key);
  const otherwise = keywordsOf(at.document, call).values.get('default')?.value;
  return name === undefined ? [] : ofVariable(at, name, otherwise, depth);
}

/** `URL.create("postgresql+asyncpg", host="...", port=6543)` */
function ofUrlObject({ document, context }: At, call: Call): Source[] {
  const { values } = keywordsOf(document, call);
  const text = (name: string, position?: Expression) => {
    const value = values.get(name)?.value ?? position;
    return value ? (constantString(document, value) ?? constantNumber(document, value)?.toString() ?? unknown) : '';
  };
  const scheme = text('drivername', first(call));
  const port = text('port');
  const url = `${scheme}://${text('host')}${port === '' ? '' : `:${port}`}/${text('database')}`;
  return [{ text: url, path: context.path, span: call.span, isFallback: false }];
}

const url = /^([a-z][\w+.-]*):\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?(.*))?$/is;

function addressIn({ text, ...rest }: Source): DatabaseAddress | undefined {
  const match = url.exec(text.trim());
  if (!match) return undefined;
  const [, scheme = '', authority = '', database = '', query = ''] = match;
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /:(\d+)$/.exec(place)?.[1];
  const host = place.replace(/:[^:\]]*$/, '').toLowerCase();
  return {
    ...rest,
    scheme: scheme.toLowerCase(),
    query,
    ...(host && !host.includes(unknown) && !host.includes(',') ? { host } : {}),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(database.includes(unknown) || query.includes(unknown) ? {} : { database }),
  };
}
