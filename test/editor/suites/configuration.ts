import { type CompletionList, commands, type Hover, type MarkdownString, type Uri, window, workspace } from 'vscode';
import { apply, quickFix } from '../support/codeActions.ts';
import { untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { untilTab } from '../support/tabs.ts';
import { broken, open, positionOf, restore } from '../support/workspace.ts';

const configuration = broken('.vercel-preflight.toml');

/** Opens a configuration file that is gone when the test is over. */
async function openConfiguration(text: string) {
  await workspace.fs.writeFile(configuration, new TextEncoder().encode(text));
  await commands.executeCommand('vscode.open', configuration, { preview: false });
  const editor = window.activeTextEditor;
  expectTrue(editor?.document.uri.toString() === configuration.toString(), 'the configuration did not open');
  return editor;
}

async function textOf(uri: Uri): Promise<string> {
  return (await workspace.openTextDocument(uri)).getText();
}

suite('configuration', () => {
  teardown(async () => {
    await restore();
    await Promise.resolve(workspace.fs.delete(configuration)).catch(() => undefined);
  });

  test('"Ignore in this project" writes the file, merges into it, and takes effect', async () => {
    const uri = broken('runtime.txt');
    await open(uri);
    await apply(
      await quickFix(uri, await untilRule(uri, 'runtime-txt-unpinned'), /^Ignore runtime-txt-unpinned in this project/),
    );
    await untilNoRule(uri, 'runtime-txt-unpinned');
    await apply(
      await quickFix(uri, await untilRule(uri, 'runtime-txt-not-read'), /^Ignore runtime-txt-not-read in this project/),
    );
    await untilNoRule(uri, 'runtime-txt-not-read');
    expectEqual(
      await textOf(configuration),
      '[rules]\nruntime-txt-unpinned = "off"\nruntime-txt-not-read = "off"\n',
      'the configuration',
    );
  });

  test('"Explain" opens the page of the rule', async () => {
    const uri = broken('runtime.txt');
    await open(uri);
    const { command } = await quickFix(
      uri,
      await untilRule(uri, 'runtime-txt-unpinned'),
      /^Explain runtime-txt-unpinned/,
    );
    expectTrue(command, 'the fix has no command');
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    await untilTab('runtime-txt-unpinned');
  });

  test('is squiggled, explained and completed like any other file', async () => {
    const editor = await openConfiguration('fail-ons = "info"\n\n[rules]\ndotenv-at-import = "off"\n');
    const problem = await untilRule(configuration, 'configuration-key-unknown');
    await apply(await quickFix(configuration, problem, /^Rename to/));
    expectContains(editor.document.getText(), 'fail-on = "info"');
    await untilNoRule(configuration, 'configuration-key-unknown');
    const inRule = positionOf(editor, 'at-import');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', configuration, inRule);
    const shown = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join();
    expectContains(shown, 'docs/rules/dotenv-at-import.md');
    const inValue = positionOf(editor, 'off"');
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      configuration,
      inValue,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expectTrue(labels.includes('warning') && labels.includes('off'), `completion has [${labels.join(', ')}]`);
  });
});
