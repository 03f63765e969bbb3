import { FileType, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';

/** What makes a folder worth offering: Python files, or a manifest that the builder installs from. */
const pythonFile = /^(?:.+\.py|pyproject\.toml|Pipfile|requirements.*\.(?:txt|in))$/;

/** Folders that hold Python files of others. */
const skipped = /^(?:\..*|node_modules|venv|env|__pycache__|site-packages|dist|build)$/;

interface FolderItem extends QuickPickItem {
  readonly uri: Uri;
}

/** Asks, under the title of a command, which folder is the backend: a workspace folder, or one right below it. */
export async function pickFolder(title: string): Promise<Uri | undefined> {
  const items = (
    await Promise.all((workspace.workspaceFolders ?? []).map(({ uri, name }) => offersBelow(uri, name)))
  ).flat();
  if (items.length === 0) {
    void window.showInformationMessage(
      l10n.t('No folder here holds Python files. Open the folder of your backend, then try again.'),
    );
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('No folder here has a vercel.json. Which one do you deploy to Vercel?'),
  });
  return picked?.uri;
}

async function offersBelow(folder: Uri, name: string): Promise<FolderItem[]> {
  const entries = await entriesOf(folder);
  const below = entries.filter(([child, type]) => (type & FileType.Directory) !== 0 && !skipped.test(child));
  const candidates = [
    { label: name, description: l10n.t('the workspace folder'), uri: folder },
    ...below.map(([child]) => ({ label: `${name}/${child}`, uri: Uri.joinPath(folder, child) })),
  ];
  const python = await Promise.all(candidates.map(({ uri }) => holdsPython(uri)));
  return candidates.filter((_, index) => python[index]);
}

async function holdsPython(folder: Uri): Promise<boolean> {
  return (await entriesOf(folder)).some(([name, type]) => (type & FileType.File) !== 0 && pythonFile.test(name));
}

/** A folder that cannot be read has nothing to offer. */
async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
