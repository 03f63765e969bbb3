import { moduleFiles } from '../../deployment/modulePath.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import type { Import, ImportFrom } from '../../documents/python/syntax.ts';
import { type HeavyDistribution, heavyDistributions } from '../../facts/heavyDistributions.ts';
import type { Project } from '../../project/project.ts';

/** An import at top level of a package that is known to be heavy. */
export interface HeavyImport {
  readonly statement: Import | ImportFrom;
  /** In quotes of code. */
  readonly module: string;
  readonly distribution: HeavyDistribution;
}

/** Those that importing the module at `path` runs in any case; modules of the project with such names are none. */
export function heavyImports(document: PythonDocument, project: Project, path: string): HeavyImport[] {
  return [...importTimeStatements(document)].flatMap(({ statement, conditional }) => {
    if (conditional || (statement.kind !== 'import' && statement.kind !== 'importFrom')) return [];
    const names = statement.kind === 'import' ? statement.names.map(({ name }) => name) : absolute(statement);
    return names.flatMap((name) => {
      const module = name.split('.')[0] ?? '';
      const distribution = heavyDistributions.get(module);
      const isOwn = distribution && moduleFiles(project, path, { level: 0, name: module }).length > 0;
      return distribution && !isOwn ? [{ statement, module: `\`${module}\``, distribution }] : [];
    });
  });
}

function absolute({ level, module, names, star }: ImportFrom): string[] {
  return level === 0 && (star || names.length > 0) ? [module] : [];
}
