import { bundleOf } from '../deployment/bundleFiles.ts';
import { importClosure } from '../deployment/importClosure.ts';
import { applies, type Checked, count, type Evidence, notApplicable, shown } from './evidenceParts.ts';

/** Whether the bundles hold what the functions import is checked; how large they are is not. */
export function bundleEvidence({ project, deployment: { functions } }: Checked): Evidence {
  const [first] = functions;
  if (!first) return notApplicable('No function is bundled.');
  const needed = functions.flatMap((made) => {
    const bundle = bundleOf(project, made);
    return [...importClosure(project, [made.path]).keys()].map((path) => bundle.holds(path));
  });
  const held = needed.filter((holds) => holds).length;
  const bundles = functions.length === 1 ? `The bundle of ${shown(project, first.path)} holds` : 'The bundles hold';
  return applies(`${bundles} ${held} of ${count(needed.length, 'module')} of yours that run; sizes are not checked.`);
}
