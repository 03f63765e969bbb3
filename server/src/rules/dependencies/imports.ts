import { moduleFiles } from '../../deployment/modulePath.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import { inside } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import type { Span } from '../../text/span.ts';

/** A module from elsewhere that importing a file of the project imports in any case. */
export interface ImportedModule {
  /** What is imported, in full: `from a import b` names `a.b`, which may be a module. */
  readonly names: readonly string[];
  /** The first part of the name. */
  readonly top: string;
  /** Of that part. */
  readonly span: Span;
}

/** The modules that `document` imports by absolute names, and that no `if` and no `try` stands around. */
export function importedModules(document: PythonDocument): ImportedModule[] {
  return [...importTimeStatements(document)].flatMap(({ statement, conditional }) => {
    if (conditional) return [];
    if (statement.kind === 'import') {
      return statement.names.map(({ name, nameSpan }) => moduleOf(name, [name], nameSpan.start));
    }
    if (statement.kind !== 'importFrom' || statement.level > 0) return [];
    const { module, moduleSpan, names } = statement;
    return [moduleOf(module, [...names.map(({ name }) => `${module}.${name}`), module], moduleSpan.start)];
  });
}

function moduleOf(name: string, names: readonly string[], start: number): ImportedModule {
  const top = name.split('.')[0] ?? '';
  return { names, top, span: { start, end: start + top.length } };
}

/** Whether the project has a module of that name somewhere, which may be the one that is meant. */
export function isOwn(project: Project, importer: string, name: string): boolean {
  const { root, files } = project;
  if (moduleFiles(project, importer, { level: 0, name }).length > 0) return true;
  const folders = [
    root,
    ...files.list(root).flatMap((entry) => (entry.kind === 'directory' ? [inside(root, entry.name)] : [])),
  ];
  return folders.some(
    (folder) => files.has(inside(folder, `${name}.py`)) || files.list(inside(folder, name)).length > 0,
  );
}
