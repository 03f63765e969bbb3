/** What only an extension host with processes has. `vercel` is a stand-in that writes down how it was called. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ConfigurationTarget, commands, Range, type Task, tasks, workspace } from 'vscode';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { tabs, untilTab } from '../support/tabs.ts';
import { fileIn, open, restore } from '../support/workspace.ts';

suite('a desktop', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-vercel-'));
  const called = path.join(folder, 'called');

  suiteSetup(async () => {
    const program = path.join(folder, 'vercel');
    writeFileSync(program, `#!/bin/sh\n{ pwd; printf '%s\\n' "$@"; } > '${called}'\n`);
    chmodSync(program, 0o755);
    await setPath(`${folder}:${process.env.PATH}`);
  });
  suiteTeardown(async () => {
    await setPath(undefined);
    rmSync(folder, { recursive: true, force: true });
  });
  teardown(restore);

  test('a task deploys nothing while there are errors', async () => {
    await write('{ "rewrites": [');
    expectEqual(await exitCodeOf(await previewTask()), 1, 'exit code');
    expectTrue(!existsSync(called), '`vercel` ran');
  });

  test('a task verifies, then runs `vercel` in the root', async () => {
    await write('{}');
    expectEqual(await exitCodeOf(await previewTask()), 0, 'exit code');
    const [cwd, ...words] = readFileSync(called, 'utf8').trim().split('\n');
    expectContains(cwd ?? '', 'second backend');
    expectEqual(words.join(' '), 'deploy --logs', 'arguments');
  });

  test('`Check deployment` shows what answers', async () => {
    const server = http.createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const done = commands.executeCommand('vercelPreflight.checkDeployment', url);
    const shown = untilTab('Deployment check');
    // There are several roots: the first one is taken when the question is on screen, which nothing tells.
    while (!tabs().some(({ label }) => label.includes('Deployment check'))) {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await Promise.all([done, shown]);
    server.close();
  });
});

/** Types `text` in place of the vercel.json of the second backend. */
async function write(text: string): Promise<void> {
  const editor = await open(fileIn('second backend', 'vercel.json'));
  await editor.edit((change) => change.replace(new Range(0, 0, 99, 0), text));
}

async function setPath(value: string | undefined): Promise<void> {
  const settings = workspace.getConfiguration('terminal.integrated.env');
  const env = value === undefined ? undefined : { PATH: value };
  await settings.update('linux', env, ConfigurationTarget.Global);
}

async function previewTask(): Promise<Task> {
  const all = await tasks.fetchTasks({ type: 'vercel-preflight' });
  const found = all.find(({ definition, scope }) => {
    return definition.task === 'preview' && typeof scope === 'object' && scope.name === 'second backend';
  });
  expectTrue(found, `no task among ${all.map(({ name }) => name).join(', ')}`);
  return found;
}

async function exitCodeOf(task: Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name || execution.task.definition.task !== 'preview') return;
      listener.dispose();
      resolve(exitCode);
    });
  });
  await tasks.executeTask(task);
  return ended;
}
