import type { PythonDocument } from '../../documents/python/document.ts';
import { type CallSite, constantString, keywordsOf, qualifiedName } from '../../documents/python/scope.ts';
import { surveyOf } from '../../documents/python/survey.ts';
import type { Call, ClassDefinition, Expression, Statement } from '../../documents/python/syntax.ts';
import { textAt } from '../../text/span.ts';
import type { LibraryRead } from './readerLibraries.ts';

const settingsBases: ReadonlySet<string> = new Set([
  'pydantic_settings.BaseSettings',
  'pydantic_settings.main.BaseSettings',
  'pydantic.BaseSettings',
  'pydantic.v1.BaseSettings',
]);

/**
 * The environment variables without which `site`, a call of a class of settings in this very module, raises a
 * ValidationError. None where the class takes its values from elsewhere too.
 */
export function requiredBySettings(document: PythonDocument, site: CallSite): string[] {
  return readBySettings(document, site).flatMap(({ name, required }) => (required ? [name] : []));
}

/** Every variable that such a call reads, those with a default too. */
export function readBySettings(document: PythonDocument, { call }: CallSite): LibraryRead[] {
  const definition = classOf(document, call.callee);
  const [base, ...more] = definition?.bases ?? [];
  const baseName =
    base && base.name === undefined && more.length === 0 ? qualifiedName(document, base.value) : undefined;
  if (!definition || !settingsBases.has(baseName ?? '')) return [];
  const { values, complete } = keywordsOf(document, call);
  const prefix = prefixOf(document, definition.body);
  if (!complete || prefix === undefined || hasOwnSources(document, definition.body) || values.has('_env_prefix'))
    return [];
  const isExact = /\bcase_sensitive\s*=\s*True\b/.test(textAt(document.text, definition.span));
  const isOld = baseName !== 'pydantic_settings.BaseSettings' && baseName !== 'pydantic_settings.main.BaseSettings';
  return definition.body.flatMap((statement) => {
    const needed = requiredField(document, statement, isOld);
    const field = needed ?? optionalField(document, statement);
    if (!field || values.has(field.name)) return [];
    const name = field.variable ?? prefix + field.name;
    return [{ name: isExact ? name : name.toUpperCase(), required: needed !== undefined }];
  });
}

/** The class that `callee` names, where the module defines it once and without decorators. */
function classOf(document: PythonDocument, callee: Expression): ClassDefinition | undefined {
  if (callee.kind !== 'name') return undefined;
  const [binding, ...more] = surveyOf(document).scopeOf(callee).find(callee.id)?.bindings ?? [];
  const definition = more.length === 0 ? binding?.definition : undefined;
  return definition?.kind === 'class' && definition.decorators.length === 0 ? definition : undefined;
}

interface Field {
  readonly name: string;
  /** Where the field names its variable itself. */
  readonly variable?: string;
}

function requiredField(document: PythonDocument, statement: Statement, isOld: boolean): Field | undefined {
  if (statement.kind !== 'assignment' || !statement.annotation) return undefined;
  const [target] = statement.targets;
  if (target?.kind !== 'name' || target.id.startsWith('_') || target.id === 'model_config') return undefined;
  if (!isPlainAnnotation(document, statement.annotation, isOld)) return undefined;
  const name = target.id;
  if (!statement.value) return { name };
  if (statement.value.kind === 'constant' && statement.value.value === 'ellipsis') return { name };
  return statement.value.kind === 'call' ? fieldByCall(document, name, statement.value) : undefined;
}

/** A field with a value of its own, which a variable may replace; several aliases are left alone. */
function optionalField(document: PythonDocument, statement: Statement): Field | undefined {
  if (statement.kind !== 'assignment' || !statement.annotation || !statement.value) return undefined;
  const [target] = statement.targets;
  if (target?.kind !== 'name' || target.id.startsWith('_') || target.id === 'model_config') return undefined;
  if (!isPlainAnnotation(document, statement.annotation, false)) return undefined;
  const { value } = statement;
  if (value.kind !== 'call' || !isFieldCall(document, value)) return { name: target.id };
  return aliasedField(document, target.id, value);
}

function isFieldCall(document: PythonDocument, { callee }: Call): boolean {
  const called = qualifiedName(document, callee) ?? '';
  return ['pydantic.Field', 'pydantic.fields.Field', 'pydantic.v1.Field'].includes(called);
}

/** The variable that `Field` names; `undefined` where it names it in a way that the file does not tell. */
function aliasedField(document: PythonDocument, name: string, call: Call): Field | undefined {
  const { values, complete } = keywordsOf(document, call);
  if (!complete) return undefined;
  const alias = ['validation_alias', 'alias', 'env'].flatMap((key) => values.get(key)?.value ?? [])[0];
  if (!alias) return { name };
  const variable = constantString(document, alias);
  return variable === undefined ? undefined : { name, variable };
}

/** `Field(...)` without a default; several aliases are left alone. */
function fieldByCall(document: PythonDocument, name: string, call: Call): Field | undefined {
  if (!isFieldCall(document, call)) return undefined;
  const { values, complete } = keywordsOf(document, call);
  const [first] = call.arguments;
  const given = first && first.name === undefined ? first.value : values.get('default')?.value;
  const isRequired = !given || (given.kind === 'constant' && given.value === 'ellipsis');
  if (!complete || !isRequired || values.has('default_factory')) return undefined;
  return aliasedField(document, name, call);
}

/** A type that says nothing of where the value comes from: no ClassVar, no Annotated, no nested model or settings. */
function isPlainAnnotation(document: PythonDocument, annotation: Expression, isOld: boolean): boolean {
  if (annotation.kind === 'name') return plainTypes.has(qualifiedName(document, annotation) ?? annotation.id);
  if (annotation.kind === 'subscript') {
    const name = qualifiedName(document, annotation.value) ?? '';
    return (
      ['builtins.list', 'builtins.dict', 'builtins.set', 'typing.List', 'typing.Dict'].includes(name) ||
      (name === 'typing.Optional' && !isOld)
    );
  }
  return annotation.kind === 'binary' && annotation.operator === '|' && !isOld;
}

const plainTypes: ReadonlySet<string> = new Set([
  ...['builtins.str', 'builtins.int', 'builtins.float', 'builtins.bool', 'builtins.list', 'builtins.dict'],
  ...['pydantic.SecretStr', 'pydantic.AnyUrl', 'pydantic.AnyHttpUrl', 'pydantic.HttpUrl', 'pydantic.EmailStr'],
  ...['pydantic.PostgresDsn', 'pydantic.RedisDsn', 'pydantic.MongoDsn', 'pydantic.DirectoryPath', 'pathlib.Path'],
]);

/** `env_prefix` of the class; empty where it has none, `undefined` where the file does not tell. */
function prefixOf(document: PythonDocument, body: readonly Statement[]): string | undefined {
  for (const statement of body) {
    if (statement.kind === 'class' && statement.name === 'Config') return prefixInConfig(document, statement);
    if (statement.kind !== 'assignment' || !isNamed(statement, 'model_config')) continue;
    if (statement.value?.kind === 'dict') return undefined;
    if (statement.value?.kind !== 'call') continue;
    const { values, complete } = keywordsOf(document, statement.value);
    const prefix = values.get('env_prefix')?.value;
    if (!complete || values.has('secrets_dir') || values.has('toml_file') || values.has('yaml_file')) return undefined;
    return prefix ? constantString(document, prefix) : '';
  }
  return '';
}

/** `env_prefix` in the way of pydantic 1, where the class inside may say, too, that values come from elsewhere. */
function prefixInConfig(document: PythonDocument, { body, bases }: ClassDefinition): string | undefined {
  const isOpen = body.some(
    (statement) =>
      statement.kind === 'function' ||
      (statement.kind === 'assignment' && elsewhere.some((name) => isNamed(statement, name))),
  );
  if (bases.length > 0 || isOpen) return undefined;
  const found = body.find((statement) => statement.kind === 'assignment' && isNamed(statement, 'env_prefix'));
  if (found?.kind !== 'assignment') return '';
  return found.value && constantString(document, found.value);
}

const elsewhere = ['fields', 'secrets_dir', 'customise_sources'];

function isNamed({ targets }: Extract<Statement, { kind: 'assignment' }>, name: string): boolean {
  return targets.some((target) => target.kind === 'name' && target.id === name);
}

/** Whether the class, beside its fields, says where values come from or puts them there. */
function hasOwnSources({ text }: PythonDocument, body: readonly Statement[]): boolean {
  return body.some((statement) => {
    if (statement.kind !== 'function') return false;
    const decorators = statement.decorators.map(({ span }) => textAt(text, span)).join();
    return sourceMethods.has(statement.name) || /before|root_validator|wrap/.test(decorators);
  });
}

const sourceMethods: ReadonlySet<string> = new Set([
  'settings_customise_sources',
  'customise_sources',
  '__init__',
  '__new__',
]);
