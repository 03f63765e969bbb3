import { type ClosureEntry, deployedModules, importedFiles } from '../deployment/importClosure.ts';
import { moduleName } from '../deployment/moduleReference.ts';
import { documentAt } from '../project/files.ts';
import { nameOf, relativeTo } from '../project/paths.ts';
import type { ModuleContext, RelatedPlace } from './rule.ts';

/** How the module of `context` is imported when Vercel imports an entrypoint; `undefined` where it is not. */
export function importOf({ path, project, deployment }: ModuleContext): ClosureEntry | undefined {
  return deployedModules(project, deployment).get(path);
}

/** Whether importing an entrypoint runs the module in any case: not where only an `if` or a `try` leads to it. */
export function isAlwaysImported(context: ModuleContext): boolean {
  return importOf(context)?.conditional === false;
}

/** The imports that lead from the entrypoint to the module, each at its place; none for an entrypoint itself. */
export function importChain(context: ModuleContext): readonly RelatedPlace[] {
  const { project } = context;
  const chain = importOf(context)?.chain ?? [];
  return chain.slice(1).flatMap((imported, index) => {
    const importer = chain[index] ?? '';
    const document = documentAt(project.files, importer, 'python');
    const places = document ? importedFiles(project, importer, document) : [];
    const place =
      places.find(({ path, conditional }) => path === imported && !conditional) ??
      places.find(({ path }) => path === imported);
    if (!place) return [];
    const message = `${nameOf(importer)} imports ${moduleName(relativeTo(project.root, imported))}.`;
    return [{ path: importer, span: place.span, message }];
  });
}
