import type { PythonDocument } from '../../documents/python/document.ts';
import {
  calls,
  constantString,
  entriesOf,
  isClosed,
  keywordsOf,
  qualifiedName,
  resolvedValue,
} from '../../documents/python/scope.ts';
import { surveyOf } from '../../documents/python/survey.ts';
import type { ClassDefinition, Expression, Statement } from '../../documents/python/syntax.ts';
import { contains, type Span } from '../../text/span.ts';
import type { EngineCall } from './engineCalls.ts';

const optionsName = 'SQLALCHEMY_ENGINE_OPTIONS';
const urlName = 'SQLALCHEMY_DATABASE_URI';

/** A value that a setting of Flask-SQLAlchemy is given, not under a condition and not in a configuration for development. */
interface Setting {
  readonly value: Expression;
  readonly span: Span;
}

/**
 * The engines that Flask-SQLAlchemy makes from its options, which stand in `app.config`, in a class or module of
 * configuration, or in `SQLAlchemy(engine_options=...)`.
 * Source: https://flask-sqlalchemy.palletsprojects.com/en/stable/config/
 */
export function flaskEngines(document: PythonDocument): EngineCall[] {
  if (!document.text.includes(optionsName) && !document.text.includes('engine_options')) return [];
  const urls = settingsOf(document, urlName);
  const [url, ...others] = urls;
  return settingsOf(document, optionsName).flatMap(({ value }): EngineCall[] => {
    const dict = resolvedValue(document, value);
    const keywords = entriesOf(document, value);
    const written = dict.kind === 'dict' || dict.kind === 'call';
    if (!written || (dict.kind === 'dict' ? document.text[dict.span.end - 1] !== '}' : !isClosed(document, dict)))
      return [];
    const items = dict.kind === 'dict' ? dict.items.map(({ key, span }) => ({ ...nameOf(document, key), span })) : [];
    const list = dict.kind === 'call' ? dict : { arguments: items, argumentsSpan: dict.span, span: dict.span };
    const known = url && others.length === 0 ? { url: url.value } : {};
    return [
      { by: 'setting', span: dict.span, kind: 'sync', keywords, list, atImport: false, conditional: false, ...known },
    ];
  });
}

/** The values that Flask-SQLAlchemy's setting for the URL is given. */
export function flaskUrls(document: PythonDocument): Expression[] {
  if (!document.text.includes(urlName)) return [];
  return settingsOf(document, urlName).map(({ value }) => value);
}

function nameOf(document: PythonDocument, key: Expression | undefined): { name?: string } {
  const name = key && constantString(document, key);
  return name === undefined ? {} : { name };
}

function settingsOf(document: PythonDocument, setting: string): Setting[] {
  const assigned = surveyOf(document).statements.flatMap(({ node, place }) => {
    if (node.kind !== 'assignment' || !node.value || place.conditional) return [];
    const { value, span } = node;
    return node.targets.some((target) => isSetting(document, target, setting)) ? [{ value, span }] : [];
  });
  const passed = calls(document).flatMap(({ call, conditional }) => {
    const name = isFlaskSqlalchemy(document, call.callee) ? 'engine_options' : setting;
    const isConfig = call.callee.kind === 'attribute' && ['update', 'from_mapping'].includes(call.callee.attribute);
    if (conditional || (!isConfig && !(name === 'engine_options' && setting === optionsName))) return [];
    if (!isClosed(document, call)) return [];
    const given = keywordsOf(document, call).values.get(name);
    return given ? [{ value: given.value, span: given.span }] : [];
  });
  return [...assigned, ...passed].filter(({ span }) => !isInDevelopment(document, span));
}

function isFlaskSqlalchemy(document: PythonDocument, callee: Expression): boolean {
  return qualifiedName(document, callee) === 'flask_sqlalchemy.SQLAlchemy';
}

function isSetting(document: PythonDocument, target: Expression, setting: string): boolean {
  if (target.kind === 'name') return target.id === setting;
  return target.kind === 'subscript' && constantString(document, target.index) === setting;
}

/** Whether `span` lies in a class for another place than production, such as `DevelopmentConfig`. */
function isInDevelopment({ statements }: PythonDocument, span: Span): boolean {
  const found = statements.find((statement): statement is ClassDefinition => isClassAround(statement, span));
  return found !== undefined && /dev|test|local|debug/i.test(found.name);
}

function isClassAround(statement: Statement, span: Span): boolean {
  return statement.kind === 'class' && contains(statement.span, span);
}
