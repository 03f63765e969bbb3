import { moduleFiles } from '../../deployment/modulePath.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings, importTimeStatements } from '../../documents/python/scope.ts';
import type { ImportFrom } from '../../documents/python/syntax.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { documentAt } from '../../project/files.ts';
import { contains, type Span, textAt } from '../../text/span.ts';
import type { Fix, ModuleContext } from '../rule.ts';
import { hoistFixes, starFix } from './hoist.ts';

/** An application that the module binds where Vercel does not look. */
export interface ConditionalApplication {
  readonly name: string;
  readonly span: Span;
  /** How it is bound, for the middle of a sentence: "inside `try`". */
  readonly how: string;
  /** Best first; at least one. */
  readonly fixes: readonly Fix[];
}

/** The first application of the module that Vercel does not find though Python would. */
export function conditionalApplication(
  document: PythonDocument,
  context: ModuleContext,
): ConditionalApplication | undefined {
  const binding = bindings(document).find((candidate) => isHidden(document, candidate));
  if (!binding) return fromStar(document, context);
  const { name, span } = binding;
  return { name, span, how: placeOf(binding), fixes: hoistFixes(document, binding) };
}

const ways: readonly Binding['how'][] = ['assignment', 'annotation', 'function', 'importFrom', 'with', 'walrus'];

function isHidden(document: PythonDocument, binding: Binding): boolean {
  const { name, how, value, conditional, tuple, span } = binding;
  if (!applicationNames.includes(name) || !ways.includes(how)) return false;
  if (how === 'annotation' && !value) return false;
  if (value?.kind === 'constant') return false;
  return (conditional || tuple === true || how === 'with' || how === 'walrus') && runsAtImport(document, span);
}

/** Whether importing the module comes past `span`: not under `if __name__ == "__main__":`. */
function runsAtImport(document: PythonDocument, span: Span): boolean {
  return importTimeStatements(document).some(
    ({ statement }) =>
      contains(statement.span, span) && !['if', 'try', 'for', 'while', 'match'].includes(statement.kind),
  );
}

function placeOf({ how, tuple, conditional, statement }: Binding): string {
  if (conditional) return `inside \`${statement.kind}\``;
  if (how === 'with') return 'by `with`';
  return tuple ? 'together with other names' : 'by `:=`';
}

function fromStar(document: PythonDocument, context: ModuleContext): ConditionalApplication | undefined {
  for (const statement of document.statements) {
    if (statement.kind !== 'importFrom' || !statement.star) continue;
    const name = applicationNames.find((candidate) => isExported(statement, candidate, context));
    if (name === undefined) continue;
    const { span } = statement;
    return { name, span, how: `by \`${textAt(document.text, span)}\``, fixes: [starFix(document, statement, name)] };
  }
  return undefined;
}

/** Whether `from module import *` brings `name` from a module of the project. */
function isExported({ module, level }: ImportFrom, name: string, { project, path }: ModuleContext): boolean {
  const file = moduleFiles(project, path, { level, name: module }).at(-1);
  const document = file === undefined ? undefined : documentAt(project.files, file, 'python');
  if (!document) return false;
  const all = bindings(document);
  return all.some((binding) => binding.name === name) && !all.some((binding) => binding.name === '__all__');
}
