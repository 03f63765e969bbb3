import type { BuildError, EntrypointCandidate } from '../../deployment/deployment.ts';
import { moduleName } from '../../deployment/moduleReference.ts';
import { bindings } from '../../documents/python/scope.ts';
import { setTomlValue } from '../../documents/tomlEdit.ts';
import { documentAt } from '../../project/files.ts';
import { inside, isWithin, nameOf, relativeTo } from '../../project/paths.ts';
import { type Project, rootDocument } from '../../project/project.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, ModuleContext } from '../rule.ts';

/** The build that stops because a preset finds nothing in its places, though modules elsewhere would do. */
export interface OutOfPlace {
  readonly error: BuildError;
  /** Tests left out, those of the root folder's own files first; at least one. */
  readonly candidates: readonly EntrypointCandidate[];
}

/** What a preset overlooks; `undefined` where it finds its application, or a file in its places is at fault. */
export function outOfPlace({ project, deployment }: ModuleContext): OutOfPlace | undefined {
  const [error] = deployment.errors;
  if (!error?.candidates || deployment.mode !== 'framework') return undefined;
  // The script `app` in pyproject.toml is spoken of by a rule of its own.
  if (error.file === inside(project.root, 'pyproject.toml')) return undefined;
  if (deployment.entrypoints.some(({ via }) => via === 'preset' || via === 'setting')) return undefined;
  const candidates = error.candidates.filter(({ path }) => !isTest(relativeTo(project.root, path)));
  const depth = ({ path }: EntrypointCandidate) => path.split('/').length;
  const sorted = [...candidates].sort((a, b) => depth(a) - depth(b));
  return sorted.length > 0 ? { error, candidates: sorted } : undefined;
}

function isTest(path: string): boolean {
  return (
    /^(?:conftest|test_.*|.*_test|setup|conf)\.py$/.test(nameOf(path)) ||
    /(?:^|\/)(?:tests?|docs|examples?)\//.test(path)
  );
}

/** Whether a candidate lies below `api`, where files become functions of their own without a preset. */
export function isBelowApi({ root }: Project, { path }: EntrypointCandidate): boolean {
  return isWithin(relativeTo(root, path), 'api');
}

/** Where the module binds the variable. */
export function placeOf({ files }: Project, { path, variable }: EntrypointCandidate): Span {
  const document = documentAt(files, path, 'python');
  const binding = document && bindings(document).find(({ name, conditional }) => name === variable && !conditional);
  return binding?.span ?? lineAt(document?.text ?? '', 0);
}

/**
 * Names the module in the pyproject.toml that is there. A new one would be installed in the place of requirements.txt, so
 * without one a module in a place of the preset imports it.
 */
export function namingFixes(project: Project, { path, variable }: EntrypointCandidate): Fix[] {
  const module = moduleName(relativeTo(project.root, path));
  const pyproject = rootDocument(project, 'pyproject.toml', 'pyproject.toml');
  if (pyproject) {
    if (!/^[A-Za-z_][\w.]*$/.test(module) || pyproject.toml.errors.length > 0) return [];
    const edits = setTomlValue(pyproject.toml, ['tool', 'vercel', 'entrypoint'], `${module}:${variable}`);
    const files = [{ path: inside(project.root, 'pyproject.toml'), edits }];
    return edits.length > 0 ? [{ title: `Name ${module}:${variable} in pyproject.toml`, safety: 'unsafe', files }] : [];
  }
  const isImportable = module.split('.').every((part) => /^[A-Za-z_]\w*$/.test(part));
  const at = inside(project.root, 'index.py');
  if (!isImportable || project.files.has(at) || project.files.list(inside(project.root, 'index')).length > 0) return [];
  const files = [{ path: at, create: `from ${module} import ${variable}\n` }];
  return [{ title: `Import it in a new index.py`, safety: 'unsafe', files }];
}
