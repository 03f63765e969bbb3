import { targetOf } from '../../deployment/servedInterface.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings, qualifiedName } from '../../documents/python/scope.ts';
import type { ClassDefinition, Expression } from '../../documents/python/syntax.ts';
import { documentAt } from '../../project/files.ts';
import type { ModuleContext } from '../rule.ts';
import { handlerBindings } from './handlerFile.ts';

/**
 * What a class is to the runtime: `server` serves requests itself, `other` surely does not, and can be called neither as
 * ASGI nor as WSGI.
 */
export type ClassFamily = 'server' | 'other' | 'unknown';

/** How deep base classes and imports are followed. */
const deepest = 8;

const httpHandlers = /^http\.server\.(?:Base|Simple|CGI)HTTPRequestHandler$/;

/**
 * Bases that are no HTTP handler and do not make a class that is called with two arguments.
 * Source: their signatures in CPython 3.12.
 */
const otherBases: ReadonlySet<string> = new Set([
  'builtins.object',
  'abc.ABC',
  'logging.Handler',
  'logging.StreamHandler',
  'socketserver.BaseRequestHandler',
  'socketserver.StreamRequestHandler',
]);

/** With one of these a class that inherits nothing may still be called as an application. */
const callable: ReadonlySet<string> = new Set(['__init__', '__new__', 'asgi']);

/** A class that an expression means, and the module that defines it. */
interface Located {
  readonly path: string;
  readonly document: PythonDocument;
  readonly definition: ClassDefinition;
}

/** The family of the class that `expression` names, a node of the module at `context.path`. */
export function familyOf(document: PythonDocument, expression: Expression, context: ModuleContext): ClassFamily {
  return familyOfExpression({ path: context.path, document }, expression, context, deepest);
}

/** The family of a class that the module at `context.path` defines. */
export function familyOfClass(
  document: PythonDocument,
  definition: ClassDefinition,
  context: ModuleContext,
): ClassFamily {
  return familyOfDefinition({ path: context.path, document, definition }, context, deepest);
}

type Place = Pick<Located, 'path' | 'document'>;

function familyOfExpression(place: Place, expression: Expression, context: ModuleContext, depth: number): ClassFamily {
  const name = qualifiedName(place.document, expression);
  if (name !== undefined && httpHandlers.test(name)) return 'server';
  if (name !== undefined && otherBases.has(name)) return 'other';
  const found = depth > 0 ? locate(place, expression, context) : undefined;
  return found ? familyOfDefinition(found, context, depth - 1) : 'unknown';
}

function familyOfDefinition(found: Located, context: ModuleContext, depth: number): ClassFamily {
  const { definition } = found;
  const plain = definition.bases.filter(({ name, star }) => name === undefined && star === undefined);
  const families = plain.map(({ value }) => familyOfExpression(found, value, context, depth));
  if (families.includes('server')) return 'server';
  const isPlain = plain.length === definition.bases.length && definition.decorators.length === 0;
  return isPlain && families.every((family) => family === 'other') && !mayBeCalled(definition) ? 'other' : 'unknown';
}

function mayBeCalled({ body }: ClassDefinition): boolean {
  return body.some(
    (statement) =>
      (statement.kind === 'function' && callable.has(statement.name)) ||
      !['function', 'assignment', 'expression', 'class', 'otherStatement'].includes(statement.kind) ||
      (statement.kind === 'assignment' &&
        statement.targets.some((target) => target.kind !== 'name' || callable.has(target.id))),
  );
}

/** The class of the project that `expression` names, in this module or in the one that it is imported from. */
function locate({ path, document }: Place, expression: Expression, { project }: ModuleContext): Located | undefined {
  const own = expression.kind === 'name' ? classNamed(document, expression.id) : undefined;
  if (own) return { path, document, definition: own };
  const dotted = qualifiedName(document, expression);
  const target = dotted === undefined ? undefined : targetOf(project, path, dotted);
  const other = target && documentAt(project.files, target.path, 'python');
  const definition = target && other && !other.hasError ? classNamed(other, target.name) : undefined;
  return target && other && definition ? { path: target.path, document: other, definition } : undefined;
}

/** The class of this name, where the module binds the name once and for certain. */
function classNamed(document: PythonDocument, name: string): ClassDefinition | undefined {
  const [only, ...more] = bindings(document).filter((binding) => binding.name === name);
  if (!only || more.length > 0 || only.conditional || only.definition?.kind !== 'class') return undefined;
  return only.definition;
}

/** A class that the module calls `handler` by an assignment, which Vercel does not look at. */
export interface AssignedClass {
  readonly binding: Binding;
  readonly value: Expression;
  readonly family: ClassFamily;
}

/** What `handler` is in the end, where it is surely a class under its second name. */
export function assignedClass(document: PythonDocument, context: ModuleContext): AssignedClass | undefined {
  const binding = handlerBindings(document).at(-1);
  const value = binding?.value;
  if (!binding || !value || binding.tuple || binding.how !== 'assignment') return undefined;
  if (value.kind !== 'name' && value.kind !== 'attribute') return undefined;
  const family = familyOf(document, value, context);
  if (family === 'server') return { binding, value, family };
  return locate({ path: context.path, document }, value, context) ? { binding, value, family } : undefined;
}
