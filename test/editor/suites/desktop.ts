/** What only an extension host with processes has. `vercel` is a stand-in that writes down how it was called. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  languages,
  Position,
  Range,
  type Task,
  tasks,
  type Uri,
  workspace,
} from 'vscode';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { tabs, untilTab } from '../support/tabs.ts';
import { fileIn, open, restore } from '../support/workspace.ts';

suite('a desktop', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-vercel-'));
  const called = path.join(folder, 'called');

  const program = path.join(folder, 'vercel');
  const deploying = `#!/bin/sh\n{ pwd; printf '%s\\n' "$@"; } > '${called}'\n`;
  /** It can ask its questions only where it reads from a terminal. */
  const failing = `#!/bin/sh
if [ -t 0 ] && [ -t 1 ]; then echo 'a terminal' > '${called}'; else echo 'no terminal' > '${called}'; fi
echo 'Vercel CLI 64.0.2'
printf '2026-11-25T19:40:09.310Z    × Failed to build \`psycopg2==2.9.10\`\\n2026-11-25T19:40:09.311Z      \\033[31mError: pg_config executable not found.\\033[39m\\n'
exit 1
`;

  suiteSetup(async () => {
    writeFileSync(program, deploying);
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

  test('what `vercel` prints in a failed task is explained where it comes from, and goes with an edit', async () => {
    const file = fileIn('second backend', 'requirements.txt');
    await workspace.fs.writeFile(file, new TextEncoder().encode('fastapi==0.115.0\npsycopg2==2.9.10\n'));
    try {
      await write('{}');
      writeFileSync(program, failing);
      const problem = untilVercelSays(file);
      expectEqual(await exitCodeOf(await previewTask()), 1, 'exit code');
      const { code, message, range } = await problem;
      if (typeof code !== 'object') throw new Error(`the problem has no page: ${code}`);
      expectEqual(code.value, 'postgres-driver-from-source', 'the problem');
      expectContains(message, 'Require `psycopg2-binary` instead');
      expectEqual(readFileSync(called, 'utf8').trim(), 'a terminal', 'what `vercel` reads from');
      const { document } = await open(file);
      expectContains(document.getText(range), 'psycopg2');
      const editor = await open(file);
      await editor.edit((change) => change.insert(new Position(0, 0), '# mended\n'));
      expectEqual(vercelProblems(file).length, 0, 'problems after the edit');
    } finally {
      writeFileSync(program, deploying);
      await restore();
      await workspace.fs.delete(file);
    }
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

/** The problems that an output of `vercel` told of. */
function vercelProblems(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'vercel');
}

function untilVercelSays(uri: Uri): Promise<Diagnostic> {
  return new Promise((resolve) => {
    const listener = languages.onDidChangeDiagnostics(() => {
      const [first] = vercelProblems(uri);
      if (!first) return;
      listener.dispose();
      resolve(first);
    });
  });
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
