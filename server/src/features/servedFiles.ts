import { apiFunctionsOf } from '../deployment/apiFunctions.ts';
import { presetEntrypoint } from '../deployment/presetEntrypoint.ts';
import { candidatesIn } from '../deployment/presetErrors.ts';
import { withPythonFunctions } from '../deployment/pythonBuilds.ts';
import { resolveDeployment } from '../deployment/resolve.ts';
import { routeTableOf } from '../deployment/routing/routeTable.ts';
import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';

/** The Python files, from the root, that an entry of `builds` could name: those that serve something. */
export function buildableFiles(project: Project): readonly string[] {
  const { found } = presetEntrypoint(project, 'python');
  const files = [...(found ? [found.path] : []), ...apiFunctionsOf(project, [], true).python];
  const all = files.length > 0 ? files : candidatesIn(project).map(({ path }) => path);
  return [...new Set(all)].map((path) => relativeTo(project.root, path));
}

/** The files, from the root, that `functions` can have settings for. `builds` and `functions` exclude each other. */
export function functionFiles(project: Project): readonly string[] {
  const { mode, framework } = resolveDeployment(project);
  if (mode === 'builds') return [];
  const withApi = withPythonFunctions(framework);
  const { found } = framework.python === null ? {} : presetEntrypoint(project, framework.python);
  const names = apiFunctionsOf(project, [], withApi).all;
  return [...new Set([...(found ? [relativeTo(project.root, found.path)] : []), ...names])];
}

/** A request path that a Python function of the deployment answers. */
export interface FunctionPath {
  readonly path: string;
  /** From the root. */
  readonly file: string;
}

/** The paths that a rewrite can lead to. A preset's application needs none: all that nothing else answers is its own. */
export function functionPaths(project: Project): readonly FunctionPath[] {
  const { outputs, preset } = routeTableOf(project, resolveDeployment(project));
  return [...outputs.values()].flatMap(({ name, kind, file }) =>
    kind === 'function' && file !== undefined && name !== preset?.name
      ? [{ path: `/${name}`, file: relativeTo(project.root, file) }]
      : [],
  );
}
