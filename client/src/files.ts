import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface FileParams {
  readonly uri: string;
}

/**
 * Serves files to a server that cannot read them itself: one that runs in a worker, and any server where the workspace
 * is not on a disk (a repository that was opened without cloning it).
 */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest('vercelPreflight/listDirectory', ({ uri }: FileParams) => list(Uri.parse(uri, true))),
    client.onRequest('vercelPreflight/readFile', ({ uri }: FileParams) => read(Uri.parse(uri, true))),
    client.onRequest('vercelPreflight/fileSize', ({ uri }: FileParams) => size(Uri.parse(uri, true))),
  );
}

/** The names in a folder, links followed; none when it is missing. */
async function list(folder: Uri): Promise<{ name: string; kind: 'file' | 'directory' }[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({ name, kind: (type & FileType.Directory) !== 0 ? 'directory' : 'file' }));
  } catch {
    return [];
  }
}

/** The bytes of a file in base64, because the conversation is JSON; null when it is missing. */
async function read(file: Uri): Promise<{ base64: string } | null> {
  try {
    return { base64: toBase64(await workspace.fs.readFile(file)) };
  } catch {
    return null;
  }
}

/** How many bytes a file has; null when it is missing. */
async function size(file: Uri): Promise<number | null> {
  try {
    return (await workspace.fs.stat(file)).size;
  } catch {
    return null;
  }
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
