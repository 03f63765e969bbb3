import { describe, expect, it } from 'vitest';
import { entryMarkdown, logPage, type ShownLog } from '../../server/src/features/logPage.ts';
import { verdictOf } from '../../server/src/logs/report.ts';
import { explained } from '../support/logs.ts';

const noApp = 'Error: Could not find a top-level "app", "application", or "handler" in "api/index.py".';
const project =
  '-- vercel.json\n{}\n-- requirements.txt\nfastapi==0.115.0\n-- api/index.py\nfrom fastapi import FastAPI\nserver = FastAPI()\n';

async function shown(log: string, files?: string): Promise<ShownLog> {
  return {
    report: await explained(log, files),
    line: (line) => ({ text: `line ${line + 1}`, address: `file:///my log#L${line + 1}` }),
    place: (path, { start }) => ({ text: `${path}@${start}`, address: `file:///${path}` }),
  };
}

describe('the page of a log', () => {
  it('gives the verdict, its line, the cause and what to do', async () => {
    const page = logPage(await shown(`Vercel CLI 50.34.0\n${noApp}\n`));
    expect(page).toMatch(/^# Deployment log\n\n## Vercel sees no `app`/);
    expect(page).toContain('in "api/index.py".` ([line 2](file:///my%20log#L2))');
    expect(page).toContain('**What to do:**');
    expect(page).not.toContain('Where:');
    expect(page.endsWith('\n')).toBe(true);
    expect(page).not.toContain('undefined');
  });

  it('names the place in the project and the fixes', async () => {
    const page = logPage(await shown(noApp, project));
    expect(page).toContain('Where: [api/index.py@28](file:///api/index.py)');
    expect(page).toContain('- Fix: Add `app = server`');
  });

  it('numbers causes that nothing decides between', async () => {
    const { report, ...rest } = await shown(noApp);
    const [entry] = report.entries;
    if (!entry) throw new Error('no entry');
    const causes = ['One', 'Two'].map((cause) => ({ cause, advice: 'Do it.', decides: 'the dashboard', problems: [] }));
    const page = logPage({ ...rest, report: { ...report, entries: [{ ...entry, causes }] } });
    expect(page).toContain('It is one of these, the likeliest first.\n\n1. One\n\n   **What to do:** Do it.');
    expect(page).toContain('2. Two');
    expect(page).toContain('What decides: the dashboard.');
  });

  it('says when nothing explains it, and shows what looks like an error', async () => {
    const page = logPage(await shown('Error: the frobnicator is <b>out</b>\n'));
    expect(page).toContain('## Nothing in this log is a failure that is known here');
    expect(page).toContain('### Not explained: 1 line\n\n- [line 1](file:///my%20log#L1): `Error: the frobnicator');
    expect(page).not.toMatch(/[^`].*<b>out<\/b>[^`]*$/m);
  });

  it('of an empty log says so', async () => {
    expect(logPage(await shown(''))).toBe('# Deployment log\n\n## The log is empty\n');
  });

  it('of a build that succeeded leads to the log of the function', async () => {
    const page = logPage(
      await shown('Vercel CLI 50.34.0\nBuild Completed in /vercel/output [4s]\nDeployment completed\n'),
    );
    expect(page).toContain('## The build in this log succeeded');
    expect(page).toContain('`vercel logs`');
  });

  it('tells a secret to nobody', async () => {
    const log =
      'sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection to "postgresql://me:hunter22@db/x" failed';
    expect(logPage(await shown(log))).not.toContain('hunter22');
  });

  it('shows an entry by itself, as a hover', async () => {
    const log = await shown(noApp, project);
    const entry = verdictOf(log.report);
    const text = entry ? entryMarkdown(entry, log) : '';
    expect(text).toMatch(/^\*\*Vercel sees no `app`/);
    expect(text).toContain('- Fix: ');
  });
});
