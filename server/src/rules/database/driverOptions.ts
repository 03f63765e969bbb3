import { outsideCalls } from '../../deployment/meaning.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { entriesOf, isClosed, keywordsOf } from '../../documents/python/scope.ts';
import type { StringLiteral } from '../../documents/python/syntax.ts';
import { connectFunctions, type Driver, driverOfScheme } from '../../facts/driverOptions.ts';
import { type Span, textAt } from '../../text/span.ts';
import type { ModuleContext } from '../rule.ts';
import { type EngineCall, engineCalls, schemeOf } from './engineCalls.ts';

/** An option that is given to a driver. */
export interface GivenOption {
  readonly driver: Driver;
  readonly name: string;
  /** Of the option with its value. */
  readonly span: Span;
  /** Of its name alone. */
  readonly nameSpan: Span;
}

/** The options in `document` of which it is certain to which driver they go. */
export function givenOptions(document: PythonDocument, context: ModuleContext): GivenOption[] {
  const direct = outsideCalls(context.project, context.path, document).flatMap(({ site, name: called }) => {
    const driver = connectFunctions.get(called);
    if (!driver || !isClosed(document, site.call)) return [];
    return [...keywordsOf(document, site.call).values].map(([name, { span }]) => given(document, driver, name, span));
  });
  const engines = engineCalls(document, context).flatMap((engine) => optionsOfEngine(document, engine, context));
  const all = [...direct, ...engines].map((option) => [option.span.start, option] as const);
  return [...new Map(all).values()];
}

function given({ text }: PythonDocument, driver: Driver, name: string, span: Span): GivenOption {
  const at = span.start + Math.max(0, textAt(text, span).indexOf(name));
  return { driver, name, span, nameSpan: { start: at, end: at + name.length } };
}

function optionsOfEngine(document: PythonDocument, engine: EngineCall, context: ModuleContext): GivenOption[] {
  const scheme = engine.url && schemeOf(document, engine.url);
  const driver = scheme ? driverOfScheme[scheme.scheme] : driverByManifest(document, engine, context);
  if (!driver) return [];
  const connectArgs = engine.keywords.values.get('connect_args')?.value;
  const options = connectArgs ? [...entriesOf(document, connectArgs).values] : [];
  const named = options.map(([name, { span }]) => given(document, driver, name, span));
  return [...named, ...(scheme ? optionsInQuery(document, driver, scheme.literal) : [])];
}

/** The parameters in the query of a URL, which SQLAlchemy hands to the driver. */
function optionsInQuery({ text }: PythonDocument, driver: Driver, literal: StringLiteral): GivenOption[] {
  const source = textAt(text, literal.span);
  const query = source.lastIndexOf('?');
  if (query < 0 || !(literal.parts[literal.parts.length - 1] ?? '').includes('?')) return [];
  return [...source.slice(query).matchAll(/(?<=[?&])([a-z_]+)=[^&"'{}\s\\]*/g)].map(
    ({ index, 0: whole, 1: name = '' }) => {
      const start = literal.span.start + query + index;
      return {
        driver,
        name,
        span: { start, end: start + whole.length },
        nameSpan: { start, end: start + name.length },
      };
    },
  );
}

/** Other drivers that an engine which is not asynchronous can use. */
const otherDrivers =
  /\b(?:pyodbc|pymssql|pymysql|mysqlclient|mysql-connector-python|pg8000|cx.oracle|oracledb|duckdb)\b/i;

/** The driver where the URL is not in the file: psycopg2, if the manifest names that and no other for such an engine. */
function driverByManifest(
  document: PythonDocument,
  { kind, url }: EngineCall,
  { project, deployment: { install } }: ModuleContext,
): Driver | undefined {
  const text = install.source === null ? '' : (project.files.source(install.source)?.text ?? '');
  if (kind === 'async' || !url || /sqlite/i.test(document.text)) return undefined;
  return /\bpsycopg2(?:-binary)?\b/i.test(text) && !otherDrivers.test(text) ? 'psycopg2' : undefined;
}
