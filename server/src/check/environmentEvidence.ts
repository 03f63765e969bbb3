import { hasVariable, pulledVariablesOf } from '../deployment/pulledVariables.ts';
import { environmentReads } from '../documents/python/scope.ts';
import { neededAtImport } from '../rules/environment/requiredVariables.ts';
import { applies, type Checked, count, type Evidence, listed, modules, notApplicable } from './evidenceParts.ts';

/** Which variables the code reads, and whether those that the import needs are known to be set. */
export function environmentEvidence({ project, deployment, subjects }: Checked): Evidence {
  const found = modules(subjects);
  const needed = found.flatMap(({ path, document }) =>
    neededAtImport(document, { path, project, deployment }).flatMap(({ names }) => names),
  );
  const reads = found.flatMap(({ document }) => environmentReads(document).map(({ name }) => name));
  const names = [...new Set([...reads, ...needed])];
  if (names.length === 0) return notApplicable('The code that Vercel imports reads no environment variable by name.');
  const pulled = pulledVariablesOf(project);
  const read = `The code reads ${count(names.length, 'variable')}: ${listed(names)}.`;
  if (needed.length === 0) return applies(`${read} The import needs none that has to be set.`);
  if (!pulled) {
    return notApplicable(
      `The import needs ${listed(needed)}. No file tells what is set in the Vercel project; \`vercel pull\` writes it down.`,
    );
  }
  const set = needed.filter((name) => hasVariable(pulled, name)).length;
  const share =
    set === needed.length ? `${needed.length === 1 ? 'it is' : 'all are'} set` : `${set} of ${needed.length} are set`;
  return applies(`${read} The import needs ${listed(needed)}: ${share} for ${pulled.environment}, as last pulled.`);
}
