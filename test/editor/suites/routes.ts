import { commands, window } from 'vscode';
import { expectEqual } from '../support/expect.ts';
import { fileIn, open, restore } from '../support/workspace.ts';

suite('routes', () => {
  teardown(restore);

  test('`Explain route` leads to the rule of vercel.json that applies', async () => {
    await open(fileIn('second backend', 'runtime.txt'));
    const done = commands.executeCommand('vercelPreflight.explainRoute', '/api/users');
    await untilEditor('vercel.json');
    await done;
    expectEqual(window.activeTextEditor?.selection.start.line, 1, 'the line of the rule');
  });

  test('`Explain route` is asked for a path, and remembers it', async () => {
    await open(fileIn('second backend', 'runtime.txt'));
    const done = commands.executeCommand('vercelPreflight.explainRoute');
    await untilEditor('vercel.json');
    await done;
    expectEqual(window.activeTextEditor?.selection.start.line, 1, 'the line of the rule');
  });
});

/** Takes what the quick input offers, until the file is open: when an input is on screen, nothing tells. */
async function untilEditor(name: string): Promise<void> {
  while (!window.activeTextEditor?.document.uri.path.endsWith(name)) {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
