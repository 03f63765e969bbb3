import type { PythonDocument } from '../../documents/python/document.ts';
import {
  type CallSite,
  calls,
  isClosed,
  type Keywords,
  keywordsOf,
  qualifiedName,
  resolvedValue,
} from '../../documents/python/scope.ts';
import type { Expression, StringLiteral } from '../../documents/python/syntax.ts';
import { engineFactories, urlFactories } from '../../facts/database.ts';

/** A call that makes an engine. */
export interface EngineCall {
  readonly site: CallSite;
  readonly kind: 'sync' | 'async';
  readonly keywords: Keywords;
  /** The argument that is the URL. */
  readonly url?: Expression;
}

/** Every call in `document` that makes an engine where the deployed code runs, and whose closing bracket is typed. */
export function engineCalls(document: PythonDocument): EngineCall[] {
  return calls(document).flatMap((site) => {
    const kind = site.name === undefined ? undefined : engineFactories.get(site.name);
    const { call, atImport, within } = site;
    if (!kind || (!atImport && !within) || !isClosed(document, call)) return [];
    if (call.arguments.some(({ star }) => star === '*')) return [];
    const keywords = keywordsOf(document, call);
    const [first] = call.arguments;
    const url = first && first.name === undefined && !first.star ? first.value : keywords.values.get('url')?.value;
    return [{ site, kind, keywords, ...(url ? { url } : {}) }];
  });
}

/** The literal that `expression` is or stands for, an f-string among them. */
export function literalOf(document: PythonDocument, expression: Expression): StringLiteral | undefined {
  const value = resolvedValue(document, expression);
  return value.kind === 'string' ? value : undefined;
}

/** The scheme of a URL, such as `postgresql+asyncpg`, and the literal that begins with it. */
export interface UrlScheme {
  readonly scheme: string;
  readonly literal: StringLiteral;
}

/** The scheme of the URL that `expression` is, where the file tells it; a call of `URL.create` among them. */
export function schemeOf(document: PythonDocument, expression: Expression): UrlScheme | undefined {
  const value = resolvedValue(document, expression);
  if (value.kind === 'call') return schemeOfUrlObject(document, value);
  if (value.kind !== 'string') return undefined;
  const scheme = /^([a-z][\w+.-]*):/i.exec(value.parts[0] ?? '')?.[1];
  return scheme === undefined ? undefined : { scheme: scheme.toLowerCase(), literal: value };
}

function schemeOfUrlObject(document: PythonDocument, call: Extract<Expression, { kind: 'call' }>) {
  if (!urlFactories.has(qualifiedName(document, call.callee) ?? '')) return undefined;
  const [first] = call.arguments;
  const named = call.arguments.find(({ name }) => name === 'drivername')?.value;
  const driver = named ?? (first && first.name === undefined && !first.star ? first.value : undefined);
  const literal = driver && literalOf(document, driver);
  return literal?.value ? { scheme: literal.value.toLowerCase(), literal } : undefined;
}
