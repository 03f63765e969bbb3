import { bundleEstimate } from '../deployment/bundleEstimate.ts';
import { bundleOf } from '../deployment/bundleFiles.ts';
import { heaviestText, sizeText } from '../deployment/bundleWords.ts';
import { importClosure } from '../deployment/importClosure.ts';
import { applies, type Checked, count, type Evidence, notApplicable, shown } from './evidenceParts.ts';

/** Whether the bundles hold what the functions import, and how large the largest is as far as sizes are known. */
export function bundleEvidence({ project, deployment }: Checked): Evidence {
  const { functions } = deployment;
  const [first] = functions;
  if (!first) return notApplicable('No function is bundled.');
  const needed = functions.flatMap((made) => {
    const bundle = bundleOf(project, made);
    return [...importClosure(project, [made.path]).keys()].map((path) => bundle.holds(path));
  });
  const held = needed.filter((holds) => holds).length;
  const bundles = functions.length === 1 ? `The bundle of ${shown(project, first.path)} holds` : 'The bundles hold';
  const estimate = bundleEstimate(project, deployment);
  const size = estimate && sizeText(estimate);
  const heaviest = estimate ? heaviestText(estimate, 2) : '';
  const weighs = size ? `It has ${size}${heaviest && ` (${heaviest})`}.` : 'How large it is cannot be told.';
  return applies(`${bundles} ${held} of ${count(needed.length, 'module')} of yours that run. ${weighs}`);
}
