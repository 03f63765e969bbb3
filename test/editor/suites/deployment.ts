import { commands, type InlayHint, Range, type Uri } from 'vscode';
import { diagnosticsOf, ruleOf, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { tabs, untilTab } from '../support/tabs.ts';
import { broken, open, restore } from '../support/workspace.ts';

const wholeFile = new Range(0, 0, 1000, 0);

const hintsOf = (uri: Uri) => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, wholeFile);

suite('the deployment while typing', () => {
  teardown(restore);

  test('inlay hints say which Python runs', async () => {
    const uri = broken('runtime.txt');
    await open(uri);
    const labels = (await hintsOf(uri)).map(({ label }) => label);
    expectEqual(labels.join(), 'Vercel runs 3.12', 'hints');
  });

  test('`Show deployment preview` opens the page', async () => {
    await commands.executeCommand('vercelPreflight.showPreview');
    await untilTab('Deployment preview');
    expectEqual(tabs().length, 1, 'tabs');
  });

  test('`Show environment variables` opens the page', async () => {
    await commands.executeCommand('vercelPreflight.environment');
    await untilTab('Environment variables');
    expectEqual(tabs().length, 1, 'tabs');
  });

  test('problems stay when a verified file is closed', async () => {
    await commands.executeCommand('vercelPreflight.verify');
    const uri = broken('runtime.txt');
    await open(uri);
    await untilRule(uri, 'runtime-txt-not-read');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    // They go with the tab, and come again from the server.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await untilRule(uri, 'runtime-txt-not-read');
    await open(uri);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const rules = diagnosticsOf(uri).map(ruleOf);
    expectEqual(rules.length, new Set(rules).size, `diagnostics of ${rules.join(', ')}`);
  });

  test('the view *Deploy readiness* takes the focus', async () => {
    await commands.executeCommand('vercelPreflight.readiness.focus');
    const all = await commands.getCommands(true);
    expectTrue(all.includes('vercelPreflight.fixFromTree'), 'the command of the view is not there');
    expectContains(all.join(), 'vercelPreflight.readiness.focus');
  });
});
