import type { PythonDocument } from '../documents/python/document.ts';
import { qualifiedName, resolvedValue } from '../documents/python/scope.ts';
import type { Argument, Call, Expression } from '../documents/python/syntax.ts';
import { pathClasses, projectFolder } from '../facts/fileWrites.ts';
import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';

/** A module and what is known of its place. */
export interface Module {
  readonly document: PythonDocument;
  readonly context: { readonly project: Project; readonly path: string };
}

/**
 * The absolute path on Vercel that `expression` stands for: literals, `os.path.join`, `Path(...) / ...`, `__file__` and
 * the working directory, and constants made of them. `undefined` where the file does not tell it.
 */
export function constantPath(module: Module, expression: Expression): string | undefined {
  const path = pathOf(module, expression, 0);
  return path === undefined || path === '' ? undefined : normalized(joined(projectFolder, path));
}

const deepest = 12;

function pathOf(module: Module, expression: Expression, depth: number): string | undefined {
  if (depth > deepest) return undefined;
  const value = resolvedValue(module.document, expression);
  const inner = (part: Expression) => pathOf(module, part, depth + 1);
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'name':
      return value.id === '__file__'
        ? `${projectFolder}/${relativeTo(module.context.project.root, module.context.path)}`
        : undefined;
    case 'binary':
      return value.operator === '/' ? joinedAll([inner(value.left), inner(value.right)]) : undefined;
    case 'attribute':
      return value.attribute === 'parent' ? parentOf(inner(value.value)) : undefined;
    case 'call':
      return calledPath(module, value, inner);
    default:
      return undefined;
  }
}

const sameKind: ReadonlySet<string> = new Set(['resolve', 'absolute', 'as_posix']);
const sameFunctions: ReadonlySet<string> = new Set([
  'os.path.abspath',
  'os.path.realpath',
  'os.path.normpath',
  'builtins.str',
  'os.fspath',
]);

function calledPath({ document }: Module, call: Call, inner: (part: Expression) => string | undefined) {
  const name = qualifiedName(document, call.callee) ?? '';
  const parts = positional(call.arguments);
  const [first] = parts;
  if (name === 'tempfile.gettempdir' || name === 'tempfile.mkdtemp') return '/tmp';
  if (name === 'os.getcwd' || name === 'pathlib.Path.cwd') return projectFolder;
  if (name === 'os.path.join' || pathClasses.has(name))
    return parts.length > 0 ? joinedAll(parts.map(inner)) : projectFolder;
  if (name === 'os.path.dirname') return first && parentOf(inner(first));
  if (sameFunctions.has(name)) return first && inner(first);
  if (call.callee.kind !== 'attribute') return undefined;
  const { attribute, value } = call.callee;
  if (attribute === 'joinpath') return joinedAll([value, ...parts].map(inner));
  return sameKind.has(attribute) && parts.length === 0 ? inner(value) : undefined;
}

/** The arguments where all are plain; none where one of them has a star. */
function positional(list: readonly Argument[]): Expression[] {
  const plain = list.filter(({ name }) => name === undefined);
  return plain.some(({ star }) => star) ? [] : plain.map(({ value }) => value);
}

function joinedAll(parts: readonly (string | undefined)[]): string | undefined {
  return parts.reduce((path, part) => (path === undefined || part === undefined ? undefined : joined(path, part)), '');
}

function joined(base: string, part: string): string {
  return part.startsWith('/') ? part : base === '' ? part : `${base}/${part}`;
}

function parentOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const absolute = normalized(joined(projectFolder, path));
  return absolute.slice(0, Math.max(1, absolute.lastIndexOf('/')));
}

function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
