import { rulePage } from '../../../facts/product.ts';
import type { ProblemModel, ProjectModel, ReportModel } from '../model.ts';

/** The report for programs. Its form is a contract: positions are zero-based, characters are UTF-16 units. */
export function jsonReport({ projects, summary }: ReportModel): string {
  return asJson({ version: 1, projects: projects.map(projectJson), summary });
}

/** `value` as every JSON output is written. */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function projectJson({ root, deployment, report, problems }: ProjectModel): object {
  const areas = report.areas.map(({ id, title, status, evidence }) => ({ id, title, status, evidence }));
  return { root, deployment, areas, problems: problems.map(problemJson) };
}

function problemJson({ rule, severity, file, range, message, related, fixes }: ProblemModel): object {
  return {
    rule: rule.name,
    area: rule.area,
    severity,
    file,
    range,
    message,
    docs: rulePage(rule.name),
    related: related.map((place) => ({ file: place.file, range: place.range, message: place.message })),
    fixes,
  };
}
