import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { commands, Uri, workspace } from 'vscode';
import { untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { untilTab } from '../support/tabs.ts';
import { closeUntitled, restore } from '../support/workspace.ts';

/** Says what `vercel inspect --logs` does of a deployment that failed, and what `vercel env ls` does of a project. */
const script = `#!/bin/sh
if [ "$1 $2 $3 $4 $5" = 'env ls production --format json' ]; then
  echo '{ "envs": [{ "key": "DATABASE_URL", "value": "hunter2", "target": ["production"] }] }'
  exit 0
fi
echo 'Vercel CLI 64.0.2' >&2
echo '2026-11-25T19:40:04.793Z  Vercel CLI 50.34.0' >&2
echo "2026-11-25T19:40:05.310Z  Error: Could not find a top-level \\"app\\", \\"application\\", or \\"handler\\" in \\"$1/$2/$3.py\\"." >&2
exit 1
`;

suite('what `vercel` tells', () => {
  const before = process.env.PATH;
  let folder = '';

  setup(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vercel '));
    writeFileSync(path.join(folder, 'vercel'), script);
    chmodSync(path.join(folder, 'vercel'), 0o755);
  });

  teardown(async () => {
    process.env.PATH = before;
    rmSync(folder, { recursive: true });
    await closeUntitled();
    await restore();
  });

  test('the build log comes from the `vercel` of the person, and is explained', async function () {
    if (process.platform === 'win32') this.skip();
    process.env.PATH = `${folder}${path.delimiter}${before}`;
    let done = false;
    const explaining = Promise.resolve(
      commands.executeCommand('vercelPreflight.explainLog', 'https://shop-8f3kd02la.vercel.app/api'),
    ).then(() => {
      done = true;
    });
    // There are several roots: the first one will do.
    while (!done) {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await explaining;
    await untilTab('Deployment log');
    const logs = workspace.textDocuments.filter(({ languageId }) => languageId === 'vercel-log');
    const log = logs.find((document) => document.getText().includes('shop-8f3kd02la'));
    expectTrue(log, `no fetched log is among ${logs.map((document) => document.getText())}`);
    expectContains(log.getText(), 'in "inspect/shop-8f3kd02la.vercel.app/--logs.py"');
    expectTrue(!log.getText().includes('64.0.2'), 'it holds what the command line says of itself');
    const problem = await untilRule(log.uri, 'entrypoint-without-application');
    expectEqual(problem.range.start.line, 1, 'the line of the squiggle');
  });

  test('the variables of the Vercel project are compared with those that the code needs', async function () {
    if (process.platform === 'win32') this.skip();
    process.env.PATH = `${folder}${path.delimiter}${before}`;
    let done = false;
    const comparing = Promise.resolve(commands.executeCommand('vercelPreflight.compareEnvironment')).then(() => {
      done = true;
    });
    while (!done) {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await comparing;
    await untilTab('Environment variables');
    const page = Uri.from({ scheme: 'vercel-preflight', path: '/Environment variables.md' });
    const text = new TextDecoder().decode(await workspace.fs.readFile(page));
    expectContains(text, '| `DATABASE_URL` | set |');
    expectContains(text, '| `SECRET_KEY` | MISSING for production | required at import |');
    expectTrue(!text.includes('hunter2'), 'a value is shown');
  });
});
