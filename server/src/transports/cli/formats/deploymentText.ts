import type { BundleEstimate } from '../../../deployment/bundleEstimate.ts';
import type { BundleSummary } from '../../../deployment/bundleFiles.ts';
import type { Deployment } from '../../../deployment/deployment.ts';
import type { FittingPythons } from '../../../deployment/installed/fittingPythons.ts';
import { answersOf } from './deploymentAnswers.ts';
import { hanging, padded, printable } from './printable.ts';
import type { TextStyle } from './style.ts';

export interface NamedDeployment {
  readonly root: string;
  readonly name: string;
  readonly deployment: Deployment;
  readonly pythons: FittingPythons | undefined;
  /** The bundle of the first function. */
  readonly bundle?: BundleSummary;
  /** Of the largest bundle. */
  readonly estimate?: BundleEstimate | undefined;
}

/** What Vercel would do with a folder, for a person: each answer with the reasons that lead to it. */
export function deploymentText(named: NamedDeployment, { colours, width: columns }: TextStyle): string {
  const answers = answersOf(named);
  const width = Math.max(...answers.map(({ title }) => title.length));
  const rows = answers.flatMap(({ title, answer, because }) => [
    `  ${padded(title, width)}  ${colours.bold(printable(answer))}`,
    ...because
      .filter((reason) => reason !== '')
      .map((reason) => `  ${' '.repeat(width)}  ${colours.dim(hanging(printable(reason), width + 4, columns))}`),
  ]);
  return [colours.bold(printable(named.name)), ...rows].join('\n');
}
