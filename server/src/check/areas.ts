import { type Area, areas } from '../rules/rule.ts';
import { visible } from '../text/visible.ts';
import { areaOfError } from './buildErrorArea.ts';
import { areaEvidence, type Checked } from './evidence.ts';
import type { Problem } from './problem.ts';

export type AreaStatus = 'pass' | 'warn' | 'fail' | 'not-applicable';

export interface AreaVerdict {
  readonly id: Area;
  readonly title: string;
  readonly status: AreaStatus;
  /** A sentence with the facts that the verdict rests on. */
  readonly evidence: string;
}

export const areaTitles: Readonly<Record<Area, string>> = {
  'python-version': 'Python version',
  handler: 'Handler',
  'runtime-config': 'Runtime configuration',
  dependencies: 'Dependencies',
  'cold-start': 'Cold start',
  database: 'Database',
  environment: 'Environment',
  routes: 'Routes',
  bundle: 'Bundle',
};

/** One verdict an area, in the order of the report. */
export function areaVerdicts(checked: Checked, problems: readonly Problem[]): readonly AreaVerdict[] {
  const stop = checked.deployment.errors[0];
  return areas.map((id) => {
    if (stop && areaOfError(stop) === id) {
      return { id, title: areaTitles[id], status: 'fail', evidence: `The build stops: ${firstLine(stop.message)}` };
    }
    const own = problems.filter(({ rule }) => rule.area === id);
    const { applies, evidence } = areaEvidence(id, checked);
    return { id, title: areaTitles[id], status: statusOf(own, applies), evidence };
  });
}

/** The builder goes on for several lines where it has a proposal. */
function firstLine(message: string): string {
  return visible(message.split(/[\r\n]/, 1)[0] ?? '');
}

/** Pass is only said when something was checked and holds. */
function statusOf(problems: readonly Problem[], applies: boolean): AreaStatus {
  if (problems.some(({ severity }) => severity === 'error')) return 'fail';
  if (problems.some(({ severity }) => severity === 'warning')) return 'warn';
  return applies ? 'pass' : 'not-applicable';
}
