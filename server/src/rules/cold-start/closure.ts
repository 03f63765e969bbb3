import { deployedModules } from '../../deployment/importClosure.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import type { ImportFrom, Statement } from '../../documents/python/syntax.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, nameOf } from '../../project/paths.ts';
import type { RelatedPlace, RuleContext } from '../rule.ts';

/** Whether importing an entrypoint runs the module in any case: not where only an `if` or a `try` leads to it. */
export function isAlwaysImported(context: RuleContext): boolean {
  return deployedModules(context.project, context.deployment).get(context.path)?.conditional === false;
}

/** The import that brings the module in, for a module that is no entrypoint itself. */
export function importOfModule(context: RuleContext): readonly RelatedPlace[] {
  const chain = deployedModules(context.project, context.deployment).get(context.path)?.chain ?? [];
  const importer = chain[chain.length - 2];
  const document = importer === undefined ? undefined : documentAt(context.project.files, importer, 'python');
  if (importer === undefined || !document) return [];
  const statement = [...importTimeStatements(document)].find(({ statement: candidate }) =>
    names(candidate, context.path),
  );
  if (!statement) return [];
  return [{ path: importer, span: statement.statement.span, message: 'It is imported here.' }];
}

/** Whether the last name of an import is that of the module at `path`. */
function names(statement: Statement, path: string): boolean {
  const file = nameOf(path).replace(/\.py$/, '');
  const module = file === '__init__' ? nameOf(directoryOf(path)) : file;
  if (statement.kind === 'import') return statement.names.some(({ name }) => lastOf(name) === module);
  return statement.kind === 'importFrom' && namesOf(statement).some((name) => lastOf(name) === module);
}

function namesOf({ module, names: imported }: ImportFrom): string[] {
  return [module, ...imported.map(({ name }) => name)];
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
