import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { commands, workspace } from 'vscode';
import { untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { untilTab } from '../support/tabs.ts';
import { closeUntitled, restore } from '../support/workspace.ts';

/** Says what `vercel inspect --logs` does of a deployment that failed. */
const script = `#!/bin/sh
echo 'Vercel CLI 64.0.2' >&2
echo '2026-11-25T19:40:04.793Z  Vercel CLI 50.34.0' >&2
echo "2026-11-25T19:40:05.310Z  Error: Could not find a top-level \\"app\\", \\"application\\", or \\"handler\\" in \\"$1/$2/$3.py\\"." >&2
exit 1
`;

suite('logs of deployments', () => {
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
});
