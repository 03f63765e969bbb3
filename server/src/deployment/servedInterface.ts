import type { PythonDocument } from '../documents/python/document.ts';
import { type Binding, bindings, qualifiedName } from '../documents/python/scope.ts';
import type { Call, Expression, FunctionDefinition, Parameter } from '../documents/python/syntax.ts';
import { applicationInterfaces } from '../facts/callables.ts';
import { documentAt } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import type { DeployedFunction } from './deployment.ts';
import { moduleFiles, splitLevel } from './modulePath.ts';

type Interface = DeployedFunction['interface'];

/** How deep re-exports and aliases are followed. */
const deepest = 10;

/**
 * How the runtime would call `variable` of the module at `path`, as far as the project's files prove it: imports are
 * followed into modules of the project, names to what they are bound to.
 */
export function servedInterface(project: Project, path: string, variable: string): Interface {
  return interfaceIn(project, path, variable, deepest);
}

function interfaceIn(project: Project, path: string, variable: string, depth: number): Interface {
  const document = documentAt(project.files, path, 'python');
  if (!document || depth === 0) return 'unknown';
  const binding = lastBinding(document, variable);
  if (!binding) return 'unknown';
  if (binding.definition) return ofDefinition(document, binding);
  if (binding.refersTo !== undefined) return ofImport(project, path, binding.refersTo, depth);
  if (!binding.value || binding.tuple) return 'unknown';
  return ofValue({ project, path, document, depth }, binding.value);
}

function lastBinding(document: PythonDocument, variable: string): Binding | undefined {
  return bindings(document)
    .filter(({ name, how }) => name === variable && how !== 'delete')
    .at(-1);
}

interface Place {
  readonly project: Project;
  readonly path: string;
  readonly document: PythonDocument;
  readonly depth: number;
}

function ofValue(place: Place, value: Expression): Interface {
  if (value.kind === 'name') return interfaceIn(place.project, place.path, value.id, place.depth - 1);
  if (value.kind !== 'call') return 'unknown';
  const name = qualifiedName(place.document, value.callee);
  const direct = name === undefined ? undefined : applicationInterfaces.get(name);
  return direct ?? ofWrapper(place, value) ?? ofFactory(place, value.callee, name);
}

/** `CORSMiddleware(app)` and the like: an ASGI or WSGI middleware speaks what the application in it speaks. */
function ofWrapper(place: Place, { arguments: list, callee }: Call): Interface | undefined {
  const name = qualifiedName(place.document, callee) ?? '';
  if (!/(?:Middleware|WhiteNoise|ProxyFix)$/.test(name)) return undefined;
  const wrapped = list.find((argument) => argument.name === 'app' || argument.name === undefined)?.value;
  return wrapped && ofValue(place, wrapped);
}

/** What a function of the project returns at its end, or an instance of one of the project's classes. */
function ofFactory({ project, path, document, depth }: Place, callee: Expression, name?: string): Interface {
  const own = callee.kind === 'name' ? lastBinding(document, callee.id) : undefined;
  if (own?.definition) return made({ project, path, document, depth }, own);
  const target = name === undefined || depth === 0 ? undefined : targetOf(project, path, name);
  const other = target && documentAt(project.files, target.path, 'python');
  const binding = other && lastBinding(other, target.name);
  if (!target || !other || !binding?.definition) return 'unknown';
  return made({ project, path: target.path, document: other, depth: depth - 1 }, binding);
}

function made(place: Place, binding: Binding): Interface {
  return binding.definition?.kind === 'function' ? returned(place, binding) : ofInstance(binding);
}

function returned({ document }: Place, { definition }: Binding): Interface {
  if (definition?.kind !== 'function') return 'unknown';
  const last = definition.body.at(-1);
  if (last?.kind !== 'return' || !last.value) return 'unknown';
  const { value } = last;
  const result =
    value.kind === 'name'
      ? definition.body.flatMap((statement) =>
          statement.kind === 'assignment' && statement.targets.some((one) => one.kind === 'name' && one.id === value.id)
            ? [statement.value]
            : [],
        )[0]
      : value;
  const name = result?.kind === 'call' ? qualifiedName(document, result.callee) : undefined;
  return (name === undefined ? undefined : applicationInterfaces.get(name)) ?? 'unknown';
}

function ofImport(project: Project, path: string, dotted: string, depth: number): Interface {
  const target = targetOf(project, path, dotted);
  return target ? interfaceIn(project, target.path, target.name, depth - 1) : 'unknown';
}

/**
 * The module of the project, and the name in it, that a dotted name means.
 * @param importer path of the module that imports it.
 * @param dotted as `Binding.refersTo`, with leading dots where it is relative.
 */
export function targetOf(
  project: Project,
  importer: string,
  dotted: string,
): { readonly path: string; readonly name: string } | undefined {
  const dot = Math.max(dotted.lastIndexOf('.'), 0);
  const isRelative = /^\.+[^.]*$/.test(dotted);
  const module = isRelative ? dotted.slice(0, dot + 1) : dotted.slice(0, dot);
  const path = moduleFiles(project, importer, splitLevel(module)).at(-1);
  return path === undefined ? undefined : { path, name: dotted.slice(dot + 1) };
}

function ofDefinition(document: PythonDocument, { definition }: Binding): Interface {
  if (definition?.kind === 'class') return ofClass(document, definition.bases[0]?.value);
  return definition && definition.decorators.length === 0 ? ofCallable(definition, 0) : 'unknown';
}

/** As the runtime tells them apart: by `async` and by the parameters that must be given. */
function ofCallable({ async, parameters }: FunctionDefinition, bound: number): Interface {
  const required = requiredOf(parameters) - bound;
  if (async && required === 3) return 'asgi';
  return required === 2 ? 'wsgi' : 'unknown';
}

/** An instance of a class of the project, which is called through `__call__`. */
function ofInstance({ definition }: Binding): Interface {
  if (definition?.kind !== 'class') return 'unknown';
  const call = definition.body.find((statement) => statement.kind === 'function' && statement.name === '__call__');
  return call?.kind === 'function' ? ofCallable(call, 1) : 'unknown';
}

/** A class is served over HTTP itself where it is an `http.server` handler. */
function ofClass(document: PythonDocument, base: Expression | undefined): Interface {
  const name = base && qualifiedName(document, base);
  return name !== undefined && /(?:^|\.)(?:Base|Simple|CGI)HTTPRequestHandler$/.test(name) ? 'http-handler' : 'unknown';
}

/** Parameters that must be given by position. */
function requiredOf(parameters: readonly Parameter[]): number {
  const star = parameters.findIndex((parameter) => parameter.star === '*' || parameter.name === '');
  const positional = star < 0 ? parameters : parameters.slice(0, star);
  return positional.filter((parameter) => !parameter.star && !parameter.default).length;
}
