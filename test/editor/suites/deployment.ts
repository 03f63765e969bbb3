import { commands, type DocumentLink, type InlayHint, Range, Uri, window, workspace } from 'vscode';
import { diagnosticsOf, ruleOf, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { tabs, untilTab } from '../support/tabs.ts';
import { broken, open, restore } from '../support/workspace.ts';

const wholeFile = new Range(0, 0, 1000, 0);

const hintsOf = (uri: Uri) => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, wholeFile);

/** Waits until a page says so. */
async function untilText(uri: Uri, part: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const text = (await workspace.openTextDocument(uri)).getText();
    if (text.includes(part)) return;
    expectTrue(tries < 200, `no ${JSON.stringify(part)} in:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

suite('the deployment while typing', () => {
  teardown(restore);

  test('inlay hints say which Python runs', async () => {
    const uri = broken('runtime.txt');
    await open(uri);
    // Before the server has said something, nobody offers hints.
    await untilRule(uri, 'runtime-txt-not-read');
    const labels = (await hintsOf(uri)).map(({ label }) => label);
    expectEqual(labels.join(), 'Vercel runs 3.12', 'hints');
  });

  test('`Show deployment preview` opens the page', async () => {
    await commands.executeCommand('vercelPreflight.showPreview');
    await untilTab('Deployment preview');
    expectEqual(tabs().length, 1, 'tabs');
  });

  test('the preview follows what is typed', async () => {
    await commands.executeCommand('vercelPreflight.showPreview');
    await untilTab('Deployment preview');
    const page = Uri.parse('vercel-preflight:/Deployment preview.md');
    expectContains((await workspace.openTextDocument(page)).getText(), 'Python 3.12');
    const file = broken('.python-version');
    await workspace.fs.writeFile(file, new TextEncoder().encode('3.13\n'));
    try {
      await untilText(page, 'Python 3.13');
    } finally {
      await workspace.fs.delete(file);
    }
    await untilText(page, 'Python 3.12');
  });

  test('paths in vercel.json lead to their files', async () => {
    const uri = broken('vercel.json');
    await open(uri);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, 20);
    const targets = links.map(({ target }) => target?.toString());
    expectTrue(targets.includes(broken('api_handler.py').toString()), targets.join());
  });

  test('the view offers the fixes of a problem', async () => {
    const uri = broken('runtime.txt');
    const problem = {
      uri: uri.toString(),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } },
    };
    await commands.executeCommand('vercelPreflight.fixFromTree', { kind: 'problem', problem });
    expectEqual(window.activeTextEditor?.document.uri.toString(), uri.toString(), 'the file in front');
    // The menu of fixes is open, and takes the next Escape.
    await commands.executeCommand('hideCodeActionWidget').then(undefined, () => undefined);
  });

  test('`Show output` and `Open the walkthrough` are there', async () => {
    await commands.executeCommand('vercelPreflight.showOutput');
    await commands.executeCommand('vercelPreflight.openWalkthrough');
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
