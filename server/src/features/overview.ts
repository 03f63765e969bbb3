import type { AreaStatus } from '../check/areas.ts';
import type { ProjectReport } from '../check/checkProject.ts';
import type { Problem } from '../check/problem.ts';
import type { Area } from '../rules/rule.ts';
import { headline } from './report.ts';

/** A deployment root at a glance: what the readiness view and the status item show. */
export interface RootOverview {
  /** Such as `is ready to deploy`. */
  readonly headline: string;
  /** The version that runs, such as `3.12`. */
  readonly python: string;
  readonly areas: readonly AreaOverview[];
}

export interface AreaOverview {
  readonly id: Area;
  readonly title: string;
  readonly status: AreaStatus;
  readonly evidence: string;
  /** By file, then by place. */
  readonly problems: readonly Problem[];
}

/** The areas of a report with their problems; an area that does not apply is left out unless it has problems. */
export function rootOverview(report: ProjectReport): RootOverview {
  const { areas, problems, deployment } = report;
  return {
    headline: headline(report),
    python: deployment.python.version,
    areas: areas
      .map((area) => ({ ...area, problems: problems.filter(({ rule }) => rule.area === area.id) }))
      .filter(({ status, problems: own }) => status !== 'not-applicable' || own.length > 0),
  };
}
