import { describe, expect, it } from 'vitest';
import { buildLogIn, deploymentIn, failureIn, runtimeLogIn, terminalText } from '../../client/src/vercelOutput.ts';
import { explained, namesIn } from '../support/logs.ts';

const esc = String.fromCharCode(27);

describe('a deployment', () => {
  it.each([
    ['shop-8f3kd02la-team.vercel.app', { id: 'shop-8f3kd02la-team.vercel.app' }],
    [' https://shop-8f3kd02la-team.vercel.app/api/users?page=2 ', { id: 'shop-8f3kd02la-team.vercel.app' }],
    ['https://API.example.com', { id: 'api.example.com' }],
    ['api.example.com/health', { id: 'api.example.com' }],
    ['dpl_8TcJmPsRQoYnS9yxGhBq', { id: 'dpl_8TcJmPsRQoYnS9yxGhBq' }],
    ['8TcJmPsRQoYnS9yxGhBq', { id: 'dpl_8TcJmPsRQoYnS9yxGhBq' }],
    [
      'https://vercel.com/lantern-labs/orchard/8TcJmPsRQoYnS9yxGhBq',
      { id: 'dpl_8TcJmPsRQoYnS9yxGhBq', team: 'lantern-labs' },
    ],
    [
      'https://vercel.com/lantern-labs/orchard/8TcJmPsRQoYnS9yxGhBq/logs?x=1',
      { id: 'dpl_8TcJmPsRQoYnS9yxGhBq', team: 'lantern-labs' },
    ],
  ])('is meant by %s', (text, deployment) => {
    expect(deploymentIn(text)).toEqual(deployment);
  });

  it.each([
    [''],
    ['shop'],
    ['--token=x.y'],
    ['-x.vercel.app'],
    ['a.vercel.app & calc.exe'],
    ['"a".vercel.app'],
    ['$(id).vercel.app'],
    ['%PATH%.vercel.app'],
    ['file:///etc/passwd'],
    ['https://vercel.com/lantern-labs/orchard/deployments'],
    ['https://vercel.com/lantern-labs'],
    ['https://vercel.com/--token/x/8TcJmPsRQoYnS9yxGhBq'],
    ['localhost'],
  ])('is not meant by %j', (text) => {
    expect(deploymentIn(text)).toBeUndefined();
  });
});

describe('a build log', () => {
  it('is what has a moment before it, without colours and without the version of the command line', async () => {
    const printed = [
      `Vercel CLI 64.0.2`,
      `Fetching deployment "shop.vercel.app" in lantern-labs`,
      `${esc}[2m2026-11-25T19:40:04.793Z${esc}[22m  Vercel CLI 50.34.0`,
      `${esc}[2m2026-11-25T19:40:05.310Z${esc}[22m  ${esc}[31mError: Could not find a top-level "app", "application", or "handler" in "api/index.py".${esc}[39m`,
      `${esc}[36mstatus${esc}[39m\t● Error`,
      '',
    ].join('\n');
    const log = buildLogIn(printed);
    expect(log.split('\n')).toEqual([
      '2026-11-25T19:40:04.793Z  Vercel CLI 50.34.0',
      '2026-11-25T19:40:05.310Z  Error: Could not find a top-level "app", "application", or "handler" in "api/index.py".',
      '',
    ]);
    const report = await explained(log);
    expect(namesIn(report)[0]).toBe('entrypoint-without-application');
  });

  it('is nothing where only the command line speaks', () => {
    expect(buildLogIn('Vercel CLI 64.0.2\nError: No existing credentials found.\n')).toBe('');
  });
});

describe('a runtime log', () => {
  const traceback = `Traceback (most recent call last):\n  File "/var/task/main.py", line 14, in <module>\n    os.makedirs("logs")\nOSError: [Errno 30] Read-only file system: 'logs'\n`;
  const record = (message: string, timestamp: unknown) =>
    JSON.stringify({ type: 'log', data: { message, timestamp, level: 'error' } });

  it('is in order, line by line, without what the command line says of itself', async () => {
    const printed = [
      '{"type":"warning","reason":"limit_clamped","message":"--limit is above the maximum."}',
      record('Python process exited with exit status: 1.\n', '2026-11-25T19:40:06.000Z'),
      record(traceback, '2026-11-25T19:40:05.000Z'),
      '{"type":"summary","recordsReturned":2,"pagination":{"hasMore":false,"next":null}}',
      '',
    ].join('\n');
    const log = runtimeLogIn(printed);
    expect(log.split('\n').slice(0, 2)).toEqual([
      '2026-11-25T19:40:05.000Z Traceback (most recent call last):',
      '2026-11-25T19:40:05.000Z   File "/var/task/main.py", line 14, in <module>',
    ]);
    expect(log.split('\n').at(-2)).toContain('Python process exited');
    expect(namesIn(await explained(log))[0]).toBe('read-only-file-system');
  });

  it('keeps the order of records with the same moment, the newest of which comes first', () => {
    expect(runtimeLogIn([record('b', 1000), record('a', 1000)].join('\n'))).toBe(
      '1970-01-01T00:00:01.000Z a\n1970-01-01T00:00:01.000Z b\n',
    );
  });

  it('is read from command lines that print the record itself, and without moments', () => {
    expect(runtimeLogIn('{"timestampInMs":1000,"message":"a","level":"info"}')).toBe('1970-01-01T00:00:01.000Z a\n');
    expect(runtimeLogIn('{"message":"b"}\n{"message":"a"}')).toBe('a\nb\n');
  });

  it.each([
    [''],
    ['{"status":"error","reason":"not_linked","message":"Your codebase isn\'t linked to a project on Vercel."}'],
    ['{"type":"summary","message":"x"}'],
    ['{ half'],
    ['{"type":"log","data":null}'],
    ['{"message":3}\n[1]\nnull'],
  ])('is nothing in %j', (printed) => {
    expect(runtimeLogIn(printed)).toBe('');
  });
});

describe('what a terminal was sent', () => {
  it('is the lines that stay on it', () => {
    const sent = [
      'Vercel CLI 64.0.2\r\n',
      `${esc}]0;vercel${String.fromCharCode(7)}${esc}[?25lRetrieving project…\r${esc}[2K${esc}[GSearching…\r${esc}[2KLinked\r\n`,
      `${esc}]633;C${esc}\\2026-11-25T19:40:05.310Z  ${esc}[31mError: it is broken${esc}[39m\r\n`,
      '2026-11-25T19:40:05.400Z  Vercel CLI 50.34.0\r\n',
    ];
    expect(terminalText(sent.join('')).split('\n')).toEqual([
      'Linked',
      '2026-11-25T19:40:05.310Z  Error: it is broken',
      '2026-11-25T19:40:05.400Z  Vercel CLI 50.34.0',
      '',
    ]);
  });
});

describe('a refusal is explained', () => {
  it.each([
    ['Error: No existing credentials found. Please run `vercel login` or pass `--token`', 'You are not signed in'],
    ['Error: The specified token is not valid. Use `vercel login` to generate a new token.', 'You are not signed in'],
    [
      '{"status":"error","reason":"not_linked","message":"Your codebase isn\'t linked to a project on Vercel."}',
      '`vercel link`',
    ],
    [
      'Error: Your codebase isn’t linked to a project on Vercel. Run `vercel link` to begin.',
      '/code/shop is not linked',
    ],
    [
      'Error: Can\'t find the deployment "x.vercel.app" under the context "lantern-labs"',
      'finds no deployment x.vercel.app',
    ],
    ['Error: unknown or unexpected option: --deployment', 'too old'],
    ['Error: Logs are available for team-owned projects only. Select a team with --scope <team>.', 'team only'],
    ['Error: The service is down (500)', '`vercel` says: The service is down (500)'],
    ['{"status":"error","reason":"api_error","message":"It is down"}', '`vercel` says: It is down'],
  ])('%s', (printed, expected) => {
    expect(failureIn(`Vercel CLI 64.0.2\n${esc}[31m${printed}${esc}[39m\n`, 'x.vercel.app', '/code/shop')).toContain(
      expected,
    );
  });

  it('and nothing is made up', () => {
    expect(failureIn('Vercel CLI 64.0.2\n', 'x.vercel.app', '/code/shop')).toBeUndefined();
  });
});
