import { commands, type Position, type TextEditor, Uri, window, workspace } from 'vscode';
import { expectTrue } from './expect.ts';

/** The files that a test has opened, as they were before. */
const originals = new Map<string, Uint8Array>();

const foldersLimit = 20_000;

/**
 * Waits until the editor has read its workspace file: on a busy machine the extension host can be quicker.
 * @throws when the workspace does not open; the runner then starts the editor again
 */
export function untilFolders(): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!workspace.workspaceFolders?.length) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const subscription = workspace.onDidChangeWorkspaceFolders(check);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`The workspace did not open within ${foldersLimit / 1000} s.`));
    }, foldersLimit);
    check();
  });
}

/** A file of the workspace: `folder` is the name of a workspace folder. */
export function fileIn(folder: string, path = ''): Uri {
  const found = workspace.workspaceFolders?.find(({ name }) => name === folder);
  expectTrue(found, `no workspace folder is named ${folder}`);
  return Uri.joinPath(found.uri, path);
}

/**
 * Opens a file in an editor, as a click does, and remembers how it was. `window.showTextDocument` would keep the document
 * open for minutes after its editor is closed.
 */
export async function open(uri: Uri): Promise<TextEditor> {
  if (!originals.has(uri.toString())) originals.set(uri.toString(), await workspace.fs.readFile(uri));
  await commands.executeCommand('vscode.open', uri, { preview: false });
  const editor = window.activeTextEditor;
  expectTrue(editor?.document.uri.toString() === uri.toString(), `${uri.path} did not open`);
  return editor;
}

/** Puts the caret before the first `text` in the editor. */
export function positionOf({ document }: TextEditor, text: string): Position {
  const offset = document.getText().indexOf(text);
  expectTrue(offset >= 0, `${document.uri.path} does not contain ${JSON.stringify(text)}`);
  return document.positionAt(offset);
}

/** Closes all editors and gives every file that was opened its first content again. */
export async function restore(): Promise<void> {
  for (const { uri } of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await commands.executeCommand('vscode.open', uri);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  await untilClosed();
  await Promise.all([...originals].map(([uri, bytes]) => workspace.fs.writeFile(Uri.parse(uri), bytes)));
}

/** Closes documents that nobody saved, without a question, and waits until the extension host knows. */
export async function closeUntitled(): Promise<void> {
  const open = () => workspace.textDocuments.filter(({ isUntitled, isClosed }) => isUntitled && !isClosed);
  for (const document of open()) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  for (let tries = 0; open().length > 0; tries++) {
    expectTrue(tries < 200, `${open().map(({ uri }) => uri.path)} did not close`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the extension host, too, knows that no file of the workspace is open. */
function untilClosed(): Promise<void> {
  const areOpen = () => workspace.textDocuments.some(({ uri }) => workspace.getWorkspaceFolder(uri) !== undefined);
  return new Promise((resolve) => {
    const check = () => {
      if (areOpen()) return;
      subscription.dispose();
      resolve();
    };
    const subscription = workspace.onDidCloseTextDocument(check);
    check();
  });
}

/** A file of the backend in examples/broken-backend. */
export const broken = (path: string): Uri => fileIn('broken-backend', `backend/${path}`);
