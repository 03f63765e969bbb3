import { describe, expect, it } from 'vitest';
import { baselineOf, parseBaseline, withoutBaseline } from '../../server/src/features/baseline.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { reportOn } from '../support/check.ts';

const head =
  '-- vercel.json\n{}\n-- .python-version\n3.12\n-- requirements.txt\nfastapi\npython-dotenv\nhttpx\n-- main.py\n';
const imports = 'import httpx\nfrom dotenv import load_dotenv\nfrom fastapi import FastAPI\n';
const wanted = rules.filter(({ name }) => ['dotenv-at-import', 'work-at-import'].includes(name));
const secret = 'TOKEN = httpx.get("https://api/?key=s3cr3t").json()\n';

const reportFor = (code: string) => reportOn(parseExample(`${head}${imports}${code}app = FastAPI()\n`).files, wanted);

async function left(before: string, after: string) {
  const baseline = parseBaseline(baselineOf(await reportFor(before)));
  if (!baseline) throw new Error('what is written cannot be read');
  const { report, passedOver, stale } = withoutBaseline(await reportFor(after), baseline);
  return { left: report.problems.map(({ rule }) => rule.name), passedOver, stale, areas: report.areas };
}

describe('a baseline', () => {
  it.each([
    ['what it holds', 'load_dotenv()\n', 'load_dotenv()\n', [], 1, 0],
    ['what moved', secret, `\n# more\nx = 1\n${secret}`, [], 1, 0],
    [
      'what is indented or wrapped otherwise',
      'x = httpx.get("a", timeout=1)\n',
      'if True:\n    x = httpx.get("a",   timeout=1)\n',
      [],
      1,
      0,
    ],
    ['as many as it holds', 'load_dotenv()\n', 'load_dotenv()\nload_dotenv()\n', ['dotenv-at-import'], 1, 0],
    ['nothing that is new', 'load_dotenv()\n', `load_dotenv()\n${secret}`, ['work-at-import'], 1, 0],
    ['nothing that was changed', secret, 'TOKEN = httpx.get("https://other").json()\n', ['work-at-import'], 0, 1],
    ['nothing once all is mended', `${secret}load_dotenv()\n`, '', [], 0, 2],
    ['nothing when it is empty', '', 'load_dotenv()\n', ['dotenv-at-import'], 0, 0],
  ])('passes over %s', async (_name, before, after, expected, passedOver, stale) => {
    expect(await left(before, after)).toMatchObject({ left: expected, passedOver, stale });
  });

  it('makes no area a pass', async () => {
    const verdict = async (before: string, after: string) =>
      (await left(before, after)).areas.find(({ id }) => id === 'cold-start');
    expect(await verdict('', secret)).toMatchObject({
      status: 'warn',
      evidence: expect.not.stringContaining('baseline'),
    });
    expect(await verdict(secret, secret)).toMatchObject({
      status: 'warn',
      evidence: expect.stringMatching(/ 1 problem is in the baseline\.$/),
    });
    expect(await verdict(secret, '')).toMatchObject({ status: 'pass' });
  });

  it('holds no text of the project, and is the same each time', async () => {
    const text = baselineOf(await reportFor(secret));
    expect(text).not.toMatch(/s3cr3t|httpx/);
    expect(text).toBe(baselineOf(await reportFor(`\n\n${secret}`)));
    expect(JSON.parse(text)).toEqual({
      version: 1,
      problems: [{ rule: 'work-at-import', path: 'main.py', text: expect.stringMatching(/^[0-9a-f]{16}$/) }],
    });
  });

  it.each([
    '',
    '[]',
    '{}',
    'null',
    '{ "version": 1 }',
    '{ "version": 2, "problems": [] }',
    '{ "version": 1, "problems": [3] }',
    '{ "version": 1, "problems": [',
  ])('is not %j', (text) => {
    expect(parseBaseline(text)).toBeUndefined();
  });
});
