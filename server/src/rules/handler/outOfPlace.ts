import type { BuildError, EntrypointCandidate } from '../../deployment/deployment.ts';
import { bindings } from '../../documents/python/scope.ts';
import { documentAt } from '../../project/files.ts';
import { isWithin, nameOf, relativeTo } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { RuleContext } from '../rule.ts';

/** The build that stops because a preset finds nothing in its places, though modules elsewhere would do. */
export interface OutOfPlace {
  readonly error: BuildError;
  /** Tests left out, those of the root folder's own files first; at least one. */
  readonly candidates: readonly EntrypointCandidate[];
}

/** What a preset overlooks; `undefined` where it finds its application, or a file in its places is at fault. */
export function outOfPlace({ project, deployment }: RuleContext): OutOfPlace | undefined {
  const [error] = deployment.errors;
  if (!error?.candidates || deployment.mode !== 'framework') return undefined;
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
