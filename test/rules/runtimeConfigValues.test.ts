import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn } from '../support/check.ts';

const named = (name: string) => rules.filter((rule) => rule.name === name);
const api = '-- api/a.py\napp = 1\n-- api/b.py\napp = 1\n-- api/c.py\napp = 1\n';
const found = (name: string, vercelJson: string, files = api) =>
  problemsIn(`-- vercel.json\n${vercelJson}\n${files}`, named(name));

describe('cron-schedule-invalid', () => {
  const messages = async (schedule: string) => {
    const written = `{ "crons": [{ "path": "/api/a", "schedule": "${schedule}" }] }`;
    return (await found('cron-schedule-invalid', written)).map(({ message }) => message);
  };

  it.each(['*/15 * * * *', '0  9 * * 1,3', '1-5/2 0/100 1 12 7', ' 0 5 31 1 0 '])('takes %j', async (schedule) => {
    expect(await messages(schedule)).toEqual([]);
  });

  it.each([
    ['10-70 * * * *', 'no minute'],
    ['* 24 * * *', 'no hour'],
    ['* * 0 * *', 'no day of the month'],
    ['* * * 0-3 *', 'no month'],
    ['* * * * 8', 'Write 0 to 6'],
    ['*/15+ * * * *', 'Use numbers and'],
    ['+1 * * * *', 'Use numbers and'],
    ['* * * *', 'Write five fields'],
  ])('does not take %j', async (schedule, words) => {
    expect(await messages(schedule)).toEqual([expect.stringContaining(words)]);
  });

  it('alone speaks of an empty one', async () => {
    const files = `-- vercel.json\n{ "crons": [{ "path": "/api/a", "schedule": "" }] }\n${api}`;
    const problems = await problemsIn(
      files,
      rules.filter(({ area }) => area === 'runtime-config'),
    );
    expect(problems.map(({ rule }) => rule.name)).toEqual(['cron-schedule-invalid']);
  });
});

describe('function-limit-out-of-range', () => {
  it.each([
    ['"maxDuration": 1.5', 1],
    ['"maxDuration": 1', 0],
    ['"maxDuration": 3600', 0],
    ['"maxDuration": 3601', 1],
    ['"maxDuration": "max"', 0],
    ['"memory": 512.5', 0],
    ['"memory": "max"', 1],
    ['"memory": 127', 1],
  ])('%s: %i', async (limit, count) => {
    expect(await found('function-limit-out-of-range', `{ "functions": { "api/a.py": { ${limit} } } }`)).toHaveLength(
      count,
    );
  });
});

describe('env-dollar-literal', () => {
  it.each([
    ['%KEY', 1],
    ['%{key}', 1],
    ['%{{ secrets.KEY }}', 1],
    ['https://%{HOST}', 0],
    ['%{HOST}/api', 0],
    ['a%KEY', 0],
    ['%key', 0],
  ])('%s: %i, with a dollar for the percent sign', async (value, count) => {
    expect(await found('env-dollar-literal', `{ "env": { "A": "${value.replace('%', '$')}" } }`)).toHaveLength(count);
  });
});

describe('a pattern of functions', () => {
  const patterns = (...names: string[]) =>
    `{ "functions": { ${names.map((name) => `"${name}": { "memory": 512 }`).join(', ')} } }`;

  it('is moved only where each then has a file', async () => {
    const fixes = async (...names: string[]) =>
      (await found('function-pattern-taken', patterns(...names))).map((problem) => problem.fixes.length);
    expect(await fixes('api/*.py', 'api/a.py')).toEqual([1]);
    expect(await fixes('api/**', 'api/*.py')).toEqual([0]);
    expect(await fixes('api/a.py', 'api/b.py')).toEqual([]);
  });

  it.each([
    ['lib/a.py', 'it lies outside the `api` folder'],
    ['api/_a.py', 'its name starts with a dot or an underscore'],
    ['api/none.py', 'it binds no `app` and no `class handler`'],
    ['api/data.json', 'matches no function'],
  ])('for %s says why it has none', async (name, words) => {
    const [problem] = await found('function-pattern-unmatched', patterns(name), `${api}-- ${name}\n\n`);
    expect(problem?.message).toContain(words);
  });
});

describe('function-runtime-not-a-builder', () => {
  it.each([
    ['vercel-php@0.7.3', 0],
    ['vercel-php@10.12.13', 0],
    ['vercel-php@1.0.0-beta.1', 0],
    ['vercel-php@1.2', 1],
    ['python3.12', 1],
  ])('%s: %i', async (runtime, count) => {
    const written = `{ "functions": { "api/a.py": { "runtime": "${runtime}" } } }`;
    expect(await found('function-runtime-not-a-builder', written)).toHaveLength(count);
  });
});
