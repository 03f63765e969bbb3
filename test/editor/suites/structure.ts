import { commands, type FoldingRange, Range, type SelectionRange, type TextEditor, window } from 'vscode';
import { expectEqual, expectTrue } from '../support/expect.ts';
import { broken, open, positionOf, restore } from '../support/workspace.ts';

const requirements = broken('requirements.txt');

async function write(text: string): Promise<TextEditor> {
  const editor = await open(requirements);
  const { document } = editor;
  const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  expectTrue(await editor.edit((edit) => edit.replace(whole, text)), 'the text could not be replaced');
  return editor;
}

suite('folding and selection', () => {
  teardown(restore);

  test('a requirement folds with its hashes, and a selection grows from a version to the line', async () => {
    const editor = await write('# web\nflask==3.0.0 \\\n    --hash=sha256:1\n\nredis\n');
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', requirements);
    expectEqual(folds.map(({ start, end }) => `${start}-${end}`).join(' '), '0-2 1-2', 'folds');
    const at = positionOf(editor, '3.0.0').translate(0, 1);
    const chains = await commands.executeCommand<SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      requirements,
      [at],
    );
    const texts: string[] = [];
    for (let one: SelectionRange | undefined = chains[0]; one; one = one.parent) {
      texts.push(editor.document.getText(one.range));
    }
    expectTrue(texts.includes('==3.0.0'), `the clause is not in ${JSON.stringify(texts)}`);
  });

  test('a Python file folds as it does without us', async () => {
    const editor = await open(broken('api_handler.py'));
    const shown = () => editor.visibleRanges.reduce((sum, { start, end }) => sum + end.line - start.line + 1, 0);
    const before = shown();
    for (let tries = 0; tries < 20 && shown() >= before; tries++) {
      await commands.executeCommand('editor.foldAll');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expectTrue(window.activeTextEditor === editor, 'another editor is shown');
    expectTrue(shown() < before, `nothing is folded: ${before} lines were shown, ${shown()} are`);
  });
});
