import type { LogReport } from './report.ts';

/** What to say of a log in which nothing explains a failure: what it is, then where to look, in one or two sentences. */
export function noVerdict({ lineCount, outcome, unexplained }: LogReport): { title: string; advice?: string } {
  if (lineCount === 0) return { title: 'The log is empty.' };
  if (outcome?.kind !== 'built') return { title: 'Nothing in this log is a failure that is known here.' };
  const more = unexplained.count > 0 ? '' : ', and no line in it looks like a failure';
  return {
    title: `The build in this log succeeded${more}.`,
    advice:
      'If requests fail, paste the log of the function: the dashboard has it under Logs, `vercel logs` prints it.',
  };
}
