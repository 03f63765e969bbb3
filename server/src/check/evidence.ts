import { elementsOf, jsonAt } from '../documents/vercelJson.ts';
import { vercelJsonOf } from '../project/project.ts';
import type { Area } from '../rules/rule.ts';
import { bundleEvidence } from './bundleEvidence.ts';
import { coldStartEvidence } from './coldStartEvidence.ts';
import { configurationEvidence } from './configurationEvidence.ts';
import { databaseEvidence } from './databaseEvidence.ts';
import { dependencyEvidence } from './dependencyEvidence.ts';
import { environmentEvidence } from './environmentEvidence.ts';
import { applies, type Checked, count, type Evidence, notApplicable, shown } from './evidenceParts.ts';

export type { Checked, Evidence } from './evidenceParts.ts';

const evidenceOf: { readonly [A in Area]: (checked: Checked) => Evidence } = {
  'python-version': ({ deployment: { python } }) =>
    applies(python.because[0] ?? `Vercel runs Python ${python.version}.`),
  handler: handlerEvidence,
  'runtime-config': configurationEvidence,
  dependencies: dependencyEvidence,
  'cold-start': coldStartEvidence,
  database: databaseEvidence,
  environment: environmentEvidence,
  routes: routesEvidence,
  bundle: bundleEvidence,
};

/** What the verdict on `area` rests on, in a sentence. */
export function areaEvidence(area: Area, checked: Checked): Evidence {
  return evidenceOf[area](checked);
}

/** The verdict of a build that stops for another reason still says what would be served. */
function handlerEvidence({ project, deployment }: Checked): Evidence {
  const found: readonly { readonly path: string; readonly variable: string | undefined }[] =
    deployment.functions.length > 0 ? deployment.functions : deployment.entrypoints;
  const [first, ...others] = found.filter(({ variable }) => variable !== undefined);
  if (first) {
    const more = others.length > 0 && deployment.mode !== 'framework' ? ` and ${others.length} more` : '';
    return applies(`Vercel serves \`${first.variable}\` of ${shown(project, first.path)}${more}.`);
  }
  return deployment.entrypoints.length > 0
    ? applies('Vercel finds nothing to serve in the Python files it looks at.')
    : notApplicable('No Python file serves requests.');
}

/** Whether each compiles is checked; what a request meets on its way is not. */
function routesEvidence({ project }: Checked): Evidence {
  const document = vercelJsonOf(project);
  const counts = ['route', 'redirect', 'header', 'rewrite'].flatMap((noun) => {
    const number = document ? elementsOf(jsonAt(document, [`${noun}s`])).length : 0;
    return number > 0 ? [count(number, noun)] : [];
  });
  return counts.length > 0
    ? applies(`vercel.json holds ${counts.join(', ')}.`)
    : notApplicable('vercel.json holds no routes, redirects, headers or rewrites.');
}
