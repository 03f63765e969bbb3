import { deployReport } from '../../../features/report.ts';
import type { ReportModel } from '../model.ts';

/** The report of the editor's `Verify deploy config`, for a pull request or a job summary. */
export function markdownReport({ projects }: ReportModel): string {
  return deployReport(
    projects.map(({ report, name, place }) => ({
      report,
      name,
      place(path, offset) {
        const { shown, hasText, range } = place(path, offset);
        const line = range.start.line + 1;
        if (offset === undefined || !hasText) return { text: shown, address: shown };
        return { text: `${shown}:${line}`, address: `${shown}#L${line}` };
      },
    })),
  );
}
