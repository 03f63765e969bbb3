import { commands, Uri, window, workspace } from 'vscode';
import { untilRule } from '../support/diagnostics.ts';
import { expectEqual, expectTrue } from '../support/expect.ts';
import { MemoryFiles } from '../support/memoryFiles.ts';
import { broken, open, restore } from '../support/workspace.ts';

const scheme = 'preflight-memory';
const folder = Uri.from({ scheme, path: '/shop' });

suite('a virtual workspace', () => {
  const files = {
    '/shop/vercel.json': '{}\n',
    '/shop/runtime.txt': 'python-3.9\n',
    '/shop/requirements.txt': 'fastapi==0.115.0\n',
    '/shop/main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
  };
  const registration = workspace.registerFileSystemProvider(scheme, new MemoryFiles(files), { isReadonly: true });

  suiteTeardown(async () => {
    const index = workspace.workspaceFolders?.findIndex(({ uri }) => uri.scheme === scheme) ?? -1;
    if (index >= 0) {
      const changed = untilFoldersChange();
      workspace.updateWorkspaceFolders(index, 1);
      await changed;
    }
    await restore();
    registration.dispose();
  });

  test('a folder that is on no disk has its problems, beside those that are', async () => {
    const changed = untilFoldersChange();
    expectTrue(
      workspace.updateWorkspaceFolders(workspace.workspaceFolders?.length ?? 0, 0, { uri: folder, name: 'shop' }),
      'the folder was not added',
    );
    await changed;
    const uri = Uri.joinPath(folder, 'runtime.txt');
    await commands.executeCommand('vscode.open', uri, { preview: false });
    expectEqual(window.activeTextEditor?.document.uri.toString(), uri.toString(), 'the file in front');
    const problem = await untilRule(uri, 'runtime-txt-not-read');
    expectTrue(problem.message.includes('3.12'), problem.message);
    await open(broken('runtime.txt'));
    await untilRule(broken('runtime.txt'), 'runtime-txt-not-read');
  });
});

function untilFoldersChange(): Promise<void> {
  return new Promise((resolve) => {
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
  });
}
