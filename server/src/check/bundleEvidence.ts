import { bundleOf } from '../deployment/bundleFiles.ts';
import { importClosure } from '../deployment/importClosure.ts';
import { applies, type Checked, count, type Evidence, notApplicable, shown } from './evidenceParts.ts';

/** Whether what the functions import is in their bundles is checked; how large these are is not. */
export function bundleEvidence({ project, deployment }: Checked): Evidence {
  const { functions } = deployment;
  const [first] = functions;
  if (!first) return notApplicable('No function is bundled.');
  const needed = functions.map((made) => ({
    bundle: bundleOf(project, made),
    modules: [...importClosure(project, [made.path]).keys()],
  }));
  const missing = needed.flatMap(({ bundle, modules: paths }) => paths.filter((path) => !bundle.holds(path)));
  const bundles = functions.length === 1 ? `The bundle of ${shown(project, first.path)}` : 'The bundles';
  if (missing[0] !== undefined)
    return applies(`${bundles} ${functions.length === 1 ? 'lacks' : 'lack'} ${shown(project, missing[0])}.`);
  const modules = new Set(needed.flatMap(({ modules: paths }) => paths)).size;
  const have = functions.length === 1 ? 'has' : 'have';
  return applies(
    `${bundles} ${have} ${count(modules, 'module')} of yours that ${modules === 1 ? 'is' : 'are'} imported; the size is not checked.`,
  );
}
