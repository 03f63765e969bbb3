import { commands, DiagnosticSeverity, Selection } from 'vscode';
import { ruleOf, untilDiagnostics, untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectEqual, expectTrue } from '../support/expect.ts';
import { broken, open, positionOf, restore } from '../support/workspace.ts';

suite('diagnostics', () => {
  teardown(restore);

  test('an opened file gets its problems, each with a source and a link to its rule', async () => {
    const uri = broken('runtime.txt');
    await open(uri);
    const found = await untilDiagnostics(uri, (all) => all.length > 0);
    for (const diagnostic of found) {
      const { code } = diagnostic;
      expectTrue(typeof code === 'object', 'the code has no link');
      expectTrue(
        code.target.path.includes(ruleOf(diagnostic)),
        `${code.target} does not lead to ${ruleOf(diagnostic)}`,
      );
      expectTrue(!diagnostic.range.isEmpty, 'the squiggle has no width');
    }
  });

  test('vercel.json: the Python version in `config.runtime` is not read', async () => {
    const uri = broken('vercel.json');
    const editor = await open(uri);
    const { range, severity } = await untilRule(uri, 'builds-config-runtime-not-read');
    expectEqual(severity, DiagnosticSeverity.Warning, 'severity');
    expectTrue(editor.document.getText(range).includes('python3.9'), `it points at ${editor.document.getText(range)}`);
  });

  test('a problem comes with the keystroke that makes it and goes with the one that mends it', async () => {
    const uri = broken('runtime.txt');
    const editor = await open(uri);
    await untilRule(uri, 'runtime-txt-unpinned');
    const { character, line } = positionOf(editor, 'python-3.9').translate(0, 'python-3.9'.length);
    editor.selection = new Selection(line, character, line, character);
    await commands.executeCommand('type', { text: '.18' });
    await untilNoRule(uri, 'runtime-txt-unpinned');
    await commands.executeCommand('deleteLeft');
    await commands.executeCommand('deleteLeft');
    await commands.executeCommand('deleteLeft');
    await untilRule(uri, 'runtime-txt-unpinned');
    expectTrue(editor.document.isDirty, 'none of this was saved');
  });
});
