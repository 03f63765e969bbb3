import { deployedModules } from '../../deployment/importClosure.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import type { Statement } from '../../documents/python/syntax.ts';
import { commonDistributions } from '../../facts/commonDistributions.ts';
import { documentAt } from '../../project/files.ts';
import type { ModuleContext } from '../rule.ts';

/** The distributions, by normal name, that the deployed code imports in any case, as far as their modules are called alike. */
export function neededPackages({ project, deployment }: ModuleContext): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const [path, { conditional }] of deployedModules(project, deployment)) {
    const document = conditional ? undefined : documentAt(project.files, path, 'python');
    if (!document) continue;
    for (const { statement, conditional: isUncertain } of importTimeStatements(document)) {
      for (const module of isUncertain ? [] : modulesIn(statement)) {
        const distribution = Object.hasOwn(commonDistributions, module) ? commonDistributions[module] : module;
        if (distribution) needed.add(normalizeName(distribution));
      }
    }
  }
  return needed;
}

/** The first part of each absolute name that a statement imports. */
function modulesIn(statement: Statement): string[] {
  if (statement.kind === 'import') return statement.names.map(({ name }) => name.split('.')[0] ?? '');
  return statement.kind === 'importFrom' && statement.level === 0 ? [statement.module.split('.')[0] ?? ''] : [];
}
