import { logExplanation } from '../../../features/logPage.ts';
import type { LogModel } from '../logModel.ts';

/** The explanation for a pull request or an issue. The log itself is not there, so its lines are named without links. */
export function logMarkdown({ report, log, entries }: LogModel): string {
  return logExplanation({
    report,
    line: (line) => ({ text: `${log}, line ${line + 1}` }),
    place(path, span) {
      const blame = entries.find(({ entry }) => entry.blame?.path === path && entry.blame.span === span)?.blame;
      if (!blame?.hasText) return { text: blame?.shown ?? path };
      const line = blame.range.start.line + 1;
      return { text: `${blame.shown}:${line}`, address: `${blame.shown}#L${line}` };
    },
  });
}
