import { workspace } from 'vscode';
import { untilRule } from '../support/diagnostics.ts';
import { expectTrue } from '../support/expect.ts';
import { fileIn, open, restore } from '../support/workspace.ts';

suite('packages', () => {
  const uri = fileIn('second backend', 'requirements.txt');

  teardown(async () => {
    await restore();
    await workspace.fs.delete(uri);
  });

  test('what is known of them is read beside the server, in a worker too', async () => {
    await workspace.fs.writeFile(uri, new TextEncoder().encode('fastapi==0.115.6\nnumpy==1.21.0\n'));
    const editor = await open(uri);
    const { range, message } = await untilRule(uri, 'requirement-no-wheel');
    expectTrue(editor.document.getText(range) === 'numpy==1.21.0', `it points at ${editor.document.getText(range)}`);
    expectTrue(/`numpy` 1\.21\.0 has no wheel/.test(message), message);
  });
});
