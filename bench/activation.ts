/** Runs in the extension host of an editor: prints what the editor itself measured of two activations. */
import { commands, extensions, Uri, window, workspace } from 'vscode';

const ours = 'vercel-python-preflight.vercel-python-preflight';
/** The editor's own client of a language server, to compare with. */
const theirs = 'vscode.json-language-features';

/** The line by which `scripts/activation.mjs` knows the answer. */
const marker = 'preflight-activation ';

export async function run(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder) await commands.executeCommand('vscode.open', Uri.joinPath(folder.uri, 'backend/vercel.json'));
  await until(() => [ours, theirs].every((id) => extensions.getExtension(id)?.isActive));
  let rows: readonly (string | undefined)[] = [];
  // The page of `Developer: Startup Performance` is made once; the extension host may tell its times later.
  await until(async () => {
    await commands.executeCommand('perfview.show');
    const lines = window.activeTextEditor?.document.getText().split('\n') ?? [];
    rows = [ours, theirs].map((id) => lines.find((line) => line.startsWith(`| ${id} `)));
    await commands.executeCommand('workbench.action.closeActiveEditor');
    return rows.every((row) => row !== undefined);
  });
  console.log(marker + JSON.stringify(rows.map(timesIn)));
}

/** Milliseconds in a row of the page: to load the code, to call `activate`, and until its promise was kept. */
function timesIn(row = ''): { load: number; call: number; finish: number } {
  const [load = Number.NaN, call = Number.NaN, finish = Number.NaN] = row.split('|').slice(3, 6).map(Number);
  return { load, call, finish };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 300) throw new Error('the editor did not activate both extensions, or tells no times');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
