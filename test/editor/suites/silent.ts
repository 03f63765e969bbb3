import { commands, extensions } from 'vscode';
import { untilDiagnostics } from '../support/diagnostics.ts';
import { expectEqual, expectTrue } from '../support/expect.ts';
import { untilReport } from '../support/tabs.ts';
import { fileIn, open, restore } from '../support/workspace.ts';

const id = 'vercel-python-preflight.vercel-python-preflight';

/** A workspace in which nothing says Vercel. */
suite('a workspace without a deployment root', () => {
  teardown(restore);

  test('the extension is not even started', async () => {
    await open(fileIn('lambda', 'handler.py'));
    await open(fileIn('lambda', 'requirements.txt'));
    const extension = extensions.getExtension(id);
    expectTrue(extension, 'the extension is not there');
    expectEqual(extension.isActive, false, 'active');
  });

  test('`Verify deploy config` asks which folder is meant, and verifies that one', async () => {
    const verified = commands.executeCommand('vercelPreflight.verify');
    await acceptFirstChoice(verified);
    await untilReport();
    await untilDiagnostics(fileIn('lambda', 'requirements.txt'), (all) => all.length > 0);
  });
});

/** Presses Enter in the pick until `done`; there is no event for a pick that opens. */
async function acceptFirstChoice(done: Thenable<unknown>): Promise<void> {
  let over = false;
  const end = () => {
    over = true;
  };
  done.then(end, end);
  while (!over) {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await done;
}
