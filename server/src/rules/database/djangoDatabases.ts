import { djangoSetting, requestSettings } from '../../deployment/djangoSettings.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import {
  constantString,
  entriesOf,
  isClosed,
  type Keywords,
  keywordsOf,
  qualifiedName,
  resolvedValue,
} from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { type Span, textAt } from '../../text/span.ts';
import type { ModuleContext } from '../rule.ts';
import { addressesOf, type DatabaseAddress } from './addresses.ts';

/** One database in Django's `DATABASES`. */
export interface DjangoDatabase {
  readonly path: string;
  readonly document: PythonDocument;
  /** `ENGINE`, such as `django.db.backends.postgresql`; absent where it is not told. */
  readonly engine?: string;
  /** By the names of Django's settings, those of dj-database-url among them: `CONN_MAX_AGE` for `conn_max_age`. */
  readonly options: Keywords;
  /** What its URL may be, for dj-database-url; its host alone, where the dict names one. */
  readonly addresses: readonly DatabaseAddress[];
}

/** The databases of the settings that requests run with, as far as the files tell. */
export function djangoDatabases(context: ModuleContext): DjangoDatabase[] {
  const { project, deployment } = context;
  const settings = requestSettings(project, deployment);
  const found = settings === undefined ? undefined : djangoSetting(project, settings, 'DATABASES');
  if (!found) return [];
  const own = { ...context, path: found.path };
  const value = resolvedValue(found.document, found.value);
  if (value.kind !== 'dict' || found.document.text[value.span.end - 1] !== '}') return [];
  return value.items.flatMap(({ value: entry }) => databaseIn(own, found.document, entry) ?? []);
}

function databaseIn(context: ModuleContext, document: PythonDocument, entry: Expression): DjangoDatabase | undefined {
  const { path } = context;
  const value = resolvedValue(document, entry);
  if (value.kind === 'dict') {
    const options = entriesOf(document, value);
    const engine = options.values.get('ENGINE')?.value;
    const name = engine && constantString(document, engine);
    return { path, document, options, addresses: hostIn(document, path, options), ...(name ? { engine: name } : {}) };
  }
  if (value.kind !== 'call' || !isClosed(document, value)) return undefined;
  const called = qualifiedName(document, value.callee);
  if (called !== 'dj_database_url.config' && called !== 'dj_database_url.parse') return undefined;
  const keywords = keywordsOf(document, value);
  const upper = [...keywords.values].map(([name, keyword]) => [name.toUpperCase(), keyword] as const);
  const options = { values: new Map(upper), complete: keywords.complete };
  const [first] = value.arguments;
  const positional = first && first.name === undefined && !first.star ? first.value : undefined;
  const url = called === 'dj_database_url.parse' ? positional : keywords.values.get('default')?.value;
  const addresses = url ? addressesOf(context, document, url) : [];
  if (called === 'dj_database_url.parse') return { path, document, options, addresses };
  return { path, document, options, addresses: addresses.map((one) => ({ ...one, isFallback: true })) };
}

/** The host of a dict, as an address, so that poolers are known by it. */
function hostIn(document: PythonDocument, path: string, { values }: Keywords): DatabaseAddress[] {
  const host = values.get('HOST')?.value;
  const port = values.get('PORT')?.value;
  const name = host && constantString(document, host);
  const number = Number((port && constantString(document, port)) || Number.NaN);
  if (!host || !name) return [];
  const known = Number.isInteger(number) ? { port: number } : {};
  return [
    { scheme: 'postgresql', host: name.toLowerCase(), query: '', path, span: host.span, isFallback: false, ...known },
  ];
}

/** A SQLite file that a Django project has as its database. */
export interface DjangoSqlite {
  readonly path: string;
  readonly span: Span;
  readonly file: string;
}

/** The SQLite files of the settings that requests run with, but those in memory and below /tmp. */
export function djangoSqlite(context: ModuleContext): DjangoSqlite[] {
  return djangoDatabases(context).flatMap(({ engine, options, document, path }) => {
    const name = options.values.get('NAME')?.value;
    if (engine !== 'django.db.backends.sqlite3' || !name || !options.complete) return [];
    const text = textAt(document.text, name.span);
    const file = /([\w.-]+\.(?:sqlite3?|db3?))["']/i.exec(text)?.[1];
    const isElsewhere = /\btmp|temp|environ|getenv|config\(|env\(|:memory:|mode=/i.test(text);
    return file === undefined || isElsewhere ? [] : [{ path, span: name.span, file }];
  });
}
