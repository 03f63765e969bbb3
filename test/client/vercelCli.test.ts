import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { commandLine, fetchLog, findVercel, type LogRequest } from '../../client/src/vercelCli.ts';
import { standIn } from './standIn.ts';

const deployment = { id: 'shop.vercel.app' };
const buildLine = '2026-11-25T19:40:05.310Z  Error: it is broken';

async function fetched(script: string, request: Partial<LogRequest> = {}) {
  const { machine, folder, executable } = await standIn(script);
  return fetchLog(executable, { kind: 'build', deployment, folder, ...request }, machine);
}

/** What the stand-in saw. */
async function seen(
  request: Partial<LogRequest>,
): Promise<{ args: string[]; cwd: string; env: Record<string, string> }> {
  const { machine, folder, executable } = await standIn(
    `require('fs').writeFileSync('seen.json', JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), env: process.env }));
     console.error(${JSON.stringify(buildLine)});
     console.log('{"message":"a"}');`,
  );
  await fetchLog(executable, { kind: 'build', deployment, folder, ...request }, machine);
  const found = JSON.parse(await readFile(path.join(folder, 'seen.json'), 'utf8'));
  expect(path.basename(found.cwd)).toBe('my project');
  return found;
}

describe.skipIf(process.platform === 'win32')('the `vercel` of a person', () => {
  it('is found on the PATH, and never in a folder of the project', async () => {
    const { machine, executable } = await standIn('');
    expect(findVercel(machine)).toBe(executable);
    expect(findVercel({ platform: 'linux', environment: { PATH: '.:bin:' } })).toBeUndefined();
    expect(findVercel({ platform: 'linux', environment: {} })).toBeUndefined();
    await chmod(executable, 0o644);
    expect(findVercel(machine)).toBeUndefined();
  });

  it('is asked for the build log, in the folder, with its own environment and without a question', async () => {
    const { args, env } = await seen({});
    expect(args).toEqual(['inspect', 'shop.vercel.app', '--logs']);
    expect(env).toMatchObject({ MARK: 'kept', CI: '1', NO_COLOR: '1' });
  });

  it('is asked for the log of functions, and for the team of a page of the dashboard', async () => {
    const { args } = await seen({ kind: 'runtime', deployment: { id: 'dpl_8TcJmPsRQoYnS9yx', team: 'lantern-labs' } });
    expect(args).toEqual(
      'logs --deployment dpl_8TcJmPsRQoYnS9yx --json --since 1h --limit 1000 --scope lantern-labs'.split(' '),
    );
  });

  it('gives the build log of a deployment that failed, although it ends with an error', async () => {
    const script = `console.error('Vercel CLI 64.0.2'); console.error(${JSON.stringify(buildLine)}); process.exitCode = 1;`;
    expect(await fetched(script)).toEqual({ text: `${buildLine}\n`, isCut: false });
  });

  it('keeps a character whose bytes come apart', async () => {
    const script = `const bytes = Buffer.from('2026-11-25T19:40:05.310Z  é\\n'); process.stderr.write(bytes.subarray(0, 27));
      setTimeout(() => process.stderr.write(bytes.subarray(27)), 100);`;
    expect((await fetched(script)).text).toBe('2026-11-25T19:40:05.310Z  é\n');
  });

  it.each([
    [
      "console.error('Error: No existing credentials found. Please run `vercel login`'); process.exitCode = 1;",
      /not signed in/,
    ],
    [
      'console.error(\'Error: Can\\\'t find the deployment "x" under the context "y"\'); process.exitCode = 1;',
      /finds no deployment shop/,
    ],
    ['process.exitCode = 1;', /no build log of shop/],
  ])('says why there is none: %s', async (script, reason) => {
    await expect(fetched(script)).rejects.toThrow(reason);
  });

  it('that cannot be started is said', async () => {
    const { machine, folder } = await standIn('');
    const request = { kind: 'build', deployment, folder } as const;
    await expect(fetchLog(path.join(folder, 'nothing'), request, machine)).rejects.toThrow(/could not be started/);
  });

  it('is stopped when it takes too long, with what it started; what it said counts', async () => {
    const script = `console.error(${JSON.stringify(buildLine)});
      const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      require('fs').writeFileSync('child.txt', String(child.pid));`;
    const { machine, folder, executable } = await standIn(script);
    const log = await fetchLog(executable, { kind: 'build', deployment, folder, limit: 5000 }, machine);
    expect(log).toEqual({ text: `${buildLine}\n`, isCut: true });
    const child = Number(await readFile(path.join(folder, 'child.txt'), 'utf8'));
    await gone(child);
  });

  it('that says nothing in time is given up', async () => {
    await expect(fetched('setInterval(() => {}, 1000)', { limit: 300 })).rejects.toThrow(/did not answer in time/);
  });

  it('is stopped when the person gives up', async () => {
    const controller = new AbortController();
    const fetching = fetched('setInterval(() => {}, 1000)', { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    await expect(fetching).rejects.toThrow(/cancelled/);
    await expect(fetched('', { signal: AbortSignal.abort() })).rejects.toThrow(/cancelled/);
  });

  it('is stopped when it says too much', async () => {
    const script = `const line = ${JSON.stringify(`${buildLine}\n`)}.repeat(1000); setInterval(() => process.stderr.write(line), 1);`;
    const { text, isCut } = await fetched(script, { largest: 500_000 });
    expect(isCut).toBe(true);
    expect(text.length).toBeGreaterThan(400_000);
    expect(text.length).toBeLessThan(1_000_000);
  });
});

async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    if (/\) Z /.test(state)) return;
    await sleep(50);
  }
  throw new Error(`process ${pid} still runs`);
}

describe('the command line for Windows', () => {
  it('quotes the script and every argument', () => {
    expect(commandLine('C:\\Program Files\\nodejs & co\\vercel.cmd', ['inspect', 'shop.vercel.app', '--logs'])).toBe(
      '""C:\\Program Files\\nodejs & co\\vercel.cmd" "inspect" "shop.vercel.app" "--logs""',
    );
  });

  it.each([['a b'], ['a"b'], ['%PATH%'], ['a&b'], ['a|b'], ['a^b'], ['a\nb'], ['']])(
    'refuses the argument %j',
    (argument) => {
      expect(() => commandLine('C:\\vercel.cmd', [argument])).toThrow(/cannot be passed on/);
    },
  );

  it('refuses a path that would be expanded', () => {
    expect(() => commandLine('C:\\%TEMP%\\vercel.cmd', [])).toThrow(/cannot be started/);
  });
});
