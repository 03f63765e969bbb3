import { ConfigurationTarget, Position, workspace } from 'vscode';
import { untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual } from '../support/expect.ts';
import { broken, open, restore } from '../support/workspace.ts';

suite('fix all on save', () => {
  const settings = () => workspace.getConfiguration('editor');
  const set = (value: unknown) => settings().update('codeActionsOnSave', value, ConfigurationTarget.Workspace);

  suiteSetup(() => set({ 'source.fixAll.vercelPreflight': 'explicit' }));
  suiteTeardown(() => set(undefined));
  teardown(restore);

  test('saving applies the safe fixes', async () => {
    const uri = broken('runtime.txt');
    const editor = await open(uri);
    await untilRule(uri, 'runtime-txt-unpinned');
    await editor.edit((edit) => edit.insert(new Position(editor.document.lineCount, 0), '\n'));
    await editor.document.save();
    expectContains(editor.document.getText(), '3.9.18');
    await untilNoRule(uri, 'runtime-txt-unpinned');
    const onDisk = new TextDecoder().decode(await workspace.fs.readFile(uri));
    expectEqual(onDisk, editor.document.getText(), 'file on disk');
  });
});
