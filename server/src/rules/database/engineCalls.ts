import { outsideCalls } from '../../deployment/meaning.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { isClosed, type Keywords, keywordsOf, qualifiedName, resolvedValue } from '../../documents/python/scope.ts';
import type { Expression, StringLiteral } from '../../documents/python/syntax.ts';
import { engineFactories, urlFactories } from '../../facts/database.ts';
import type { Span } from '../../text/span.ts';
import type { ModuleContext } from '../rule.ts';
import { flaskEngines } from './flaskEngines.ts';
import type { KeywordList } from './keywordEdit.ts';

/** What makes an engine: a call, or a dict of options from which an extension makes one. */
export interface EngineCall {
  readonly by: 'call' | 'setting';
  /** Of the call or the dict. */
  readonly span: Span;
  readonly kind: 'sync' | 'async';
  readonly keywords: Keywords;
  /** Where the options are written; more of them may come from elsewhere. */
  readonly list: KeywordList;
  /** The expression that is the URL. */
  readonly url?: Expression;
  /** Whether importing the module makes the engine. */
  readonly atImport: boolean;
  /** Whether it may not be made though the code around it runs. */
  readonly conditional: boolean;
}

/** Everything in `document` that makes an engine where the deployed code runs, as far as its brackets are closed. */
export function engineCalls(document: PythonDocument, context: ModuleContext): EngineCall[] {
  const made = outsideCalls(context.project, context.path, document).flatMap(({ site, name }) => {
    const { call, atImport, conditional, within } = site;
    const kind = engineFactories.get(name);
    if (!kind || (!atImport && !within) || !isClosed(document, call)) return [];
    if (call.arguments.some(({ star }) => star === '*')) return [];
    const keywords = keywordsOf(document, call);
    const [first] = call.arguments;
    const url = first && first.name === undefined && !first.star ? first.value : keywords.values.get('url')?.value;
    return [
      {
        by: 'call' as const,
        span: call.span,
        kind,
        keywords,
        list: call,
        atImport,
        conditional,
        ...(url ? { url } : {}),
      },
    ];
  });
  return [...made, ...flaskEngines(document)];
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
