import type { PythonDocument } from '../documents/python/document.ts';
import { calls, constantString, importTimeStatements, qualifiedName } from '../documents/python/scope.ts';
import type { Expression } from '../documents/python/syntax.ts';
import { remembered } from '../documents/remembered.ts';
import type { Span } from '../text/span.ts';

/** A module that code imports by a string. */
export interface NamedModule {
  /** Dotted, absolute. */
  readonly name: string;
  /** Of the string. */
  readonly span: Span;
  readonly conditional: boolean;
}

/**
 * The modules that importing a document imports without an import statement: those of `importlib.import_module("...")`, and
 * Django's settings, where the module names them and then makes the application, which loads them.
 * Source: `django.core.wsgi.get_wsgi_application`, which calls `django.setup`.
 */
export const namedModules = remembered((document: PythonDocument): readonly NamedModule[] => {
  const imported = calls(document).flatMap(({ call, name, atImport, conditional }) => {
    const [first, ...more] = call.arguments;
    const isImport = atImport && importers.has(name ?? '') && first?.name === undefined && more.length === 0;
    return isImport && first ? named(document, first.value, conditional) : [];
  });
  return [...imported, ...settingsModules(document)];
});

const importers: ReadonlySet<string> = new Set(['importlib.import_module', 'builtins.__import__']);
const settingsVariable = 'DJANGO_SETTINGS_MODULE';
const starters: ReadonlySet<string> = new Set([
  'django.setup',
  'django.core.wsgi.get_wsgi_application',
  'django.core.asgi.get_asgi_application',
]);

function settingsModules(document: PythonDocument): NamedModule[] {
  if (!document.text.includes(settingsVariable)) return [];
  if (!calls(document).some(({ name, atImport }) => atImport && starters.has(name ?? ''))) return [];
  const byDefault = calls(document).flatMap(({ call, name, atImport, conditional }) => {
    const [key, value] = call.arguments;
    const isDefault = atImport && name === 'os.environ.setdefault' && key && value;
    return isDefault && isSettings(document, key.value) ? named(document, value.value, conditional) : [];
  });
  const assigned = [...importTimeStatements(document)].flatMap(({ statement, conditional }) => {
    if (statement.kind !== 'assignment' || !statement.value) return [];
    const [target] = statement.targets;
    const isVariable = target?.kind === 'subscript' && qualifiedName(document, target.value) === 'os.environ';
    return isVariable && isSettings(document, target.index) ? named(document, statement.value, conditional) : [];
  });
  return [...byDefault, ...assigned];
}

function isSettings(document: PythonDocument, key: Expression): boolean {
  return constantString(document, key) === settingsVariable;
}

function named(document: PythonDocument, value: Expression, conditional: boolean): NamedModule[] {
  const name = constantString(document, value);
  return name !== undefined && /^\w+(?:\.\w+)*$/.test(name) ? [{ name, span: value.span, conditional }] : [];
}
