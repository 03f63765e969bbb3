import { heavyImports } from '../rules/cold-start/heavyImports.ts';
import { isAlwaysImported } from '../rules/importChain.ts';
import { applies, type Checked, count, type Evidence, listed, modules, notApplicable, shown } from './evidenceParts.ts';

/** Which code every cold start runs. */
export function coldStartEvidence({ project, deployment, subjects }: Checked): Evidence {
  const found = modules(subjects);
  const [first] = found;
  if (!first) return notApplicable('No Python file serves requests.');
  const names = found.map(({ path }) => shown(project, path));
  const heavy = found
    .filter(({ path }) => isAlwaysImported({ path, project, deployment }))
    .flatMap(({ path, document }) =>
      heavyImports(document, project, path).map(({ distribution }) => distribution.name),
    );
  const packages =
    heavy.length > 0 ? `It loads ${listed([...new Set(heavy)])}.` : 'It loads no package that is known to be heavy.';
  return applies(`A cold start runs ${count(found.length, 'module')} of yours: ${listed(names)}. ${packages}`);
}
