import { ConfigurationTarget, extensions, workspace } from 'vscode';
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

  test('an index that lets browsers ask is asked from a worker, once that is allowed', async function () {
    const home = extensions.getExtension('vercel-python-preflight.vercel-python-preflight')?.extensionUri;
    // Only the suite in a worker has an index, beside the extension (scripts/suites/web.mjs).
    if (home?.scheme !== 'http') this.skip();
    await workspace.fs.writeFile(uri, new TextEncoder().encode('flask==3.0.99\n'));
    const editor = await open(uri);
    const settings = () => workspace.getConfiguration('vercelPreflight');
    try {
      await settings().update('packageIndex', `http://${home?.authority}/simple`, ConfigurationTarget.Global);
      await settings().update('online', true, ConfigurationTarget.Global);
      const { range, message } = await untilRule(uri, 'requirement-version-unknown');
      expectTrue(editor.document.getText(range) === 'flask==3.0.99', `it points at ${editor.document.getText(range)}`);
      expectTrue(message.includes('has no release 3.0.99 in the index at'), message);
    } finally {
      await settings().update('online', undefined, ConfigurationTarget.Global);
      await settings().update('packageIndex', undefined, ConfigurationTarget.Global);
    }
  });
});
