import { type CodeAction, CodeActionKind, commands, Range, type Uri, workspace } from 'vscode';
import { untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { broken, fileIn, open, restore } from '../support/workspace.ts';

const wholeFile = new Range(0, 0, 1000, 0);

/** A root of its own, which is there for one test. */
const legacy = (name = '') => fileIn('second backend', name === '' ? 'legacy' : `legacy/${name}`);
const files = {
  'vercel.json':
    '{\n  "builds": [{ "src": "main.py", "use": "@vercel/python" }],\n  "routes": [{ "src": "/(.*)", "dest": "main.py" }]\n}\n',
  'requirements.txt': 'fastapi==0.115.6\n',
  'runtime.txt': '3.13.1\n',
  'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
};

suite('refactorings', () => {
  teardown(restore);

  test('temporary logging is added by a command, found by a rule, and taken out as if it had never been', async () => {
    const uri = broken('api_handler.py');
    const { document } = await open(uri);
    const before = document.getText();
    await untilRule(uri, 'handler-wrapper-function');
    await commands.executeCommand('vercelPreflight.addTemporaryLogging');
    expectContains(document.getText(), '# preflight: temporary');
    await untilRule(uri, 'temporary-logging-left');
    await commands.executeCommand('vercelPreflight.removeTemporaryLogging');
    expectEqual(document.getText(), before, 'the text');
    await untilNoRule(uri, 'temporary-logging-left');
  });

  test('`Modernise deployment configuration` shows its changes, and makes them once they are confirmed', async () => {
    for (const [name, text] of Object.entries(files))
      await workspace.fs.writeFile(legacy(name), new TextEncoder().encode(text));
    try {
      const uri = legacy('vercel.json');
      await commands.executeCommand('vscode.open', uri, { preview: false });
      await untilRule(uri, 'builds-disable-project-settings');
      expectContains((await refactoringsOf(uri)).join(' | '), 'Convert `builds` to zero configuration');
      await confirmUntil(legacy('.python-version'));
      expectEqual(await writtenTo(legacy('.python-version')), '3.13\n', '.python-version');
      expectContains((await workspace.openTextDocument(uri)).getText(), '{\n  "framework": "fastapi"\n}\n');
      await untilNoRule(uri, 'builds-disable-project-settings');
      expectTrue(!(await isThere(legacy('runtime.txt'))), 'runtime.txt is there');
    } finally {
      await restore();
      await workspace.fs.delete(legacy(), { recursive: true });
    }
  });
});

async function refactoringsOf(uri: Uri): Promise<string[]> {
  const kind = CodeActionKind.Refactor.value;
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, wholeFile, kind);
  return actions.map(({ title }) => title);
}

/** Ticks both steps in the preview and applies them. When the preview is on screen, nothing tells: else it is opened again. */
async function confirmUntil(made: Uri): Promise<void> {
  for (let tries = 0; !(await isThere(made)); tries++) {
    expectTrue(tries < 8, `${made.path} was not made`);
    void commands.executeCommand('vercelPreflight.modernise', legacy().toString());
    await sleep(1500 * (tries + 1));
    for (const name of gestures) await commands.executeCommand(name);
    await sleep(1000);
  }
}

/** What needs a confirmation comes unticked. */
const gestures = [
  ...['refactorPreview.groupByType', 'refactorPreview.focus', 'list.collapseAll', 'list.focusFirst'],
  ...['refactorPreview.toggleCheckedState', 'list.focusDown', 'refactorPreview.toggleCheckedState'],
  'refactorPreview.apply',
];

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const isThere = (uri: Uri) =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

/** What stands in a file that the editor makes first, then writes to, and saves by itself. */
async function writtenTo(uri: Uri): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    if (text !== '') return text;
    await sleep(250);
  }
  return '';
}
