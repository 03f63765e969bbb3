/** The workspaces that the editor opens: copies, because every run edits them. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

const fixtures = inRoot('test', 'editor', 'fixtures');

/** The workspace with several folders: the broken example, a second backend, and a project that is not for Vercel. */
export async function makeWorkspace(folder) {
  const sources = {
    'broken-backend': inRoot('examples', 'broken-backend'),
    'second backend': path.join(fixtures, 'second backend'),
    lambda: path.join(fixtures, 'lambda'),
  };
  return makeWorkspaceOf(folder, sources);
}

/** The workspace in which nothing says Vercel. */
export const makeSilentWorkspace = (folder) => makeWorkspaceOf(folder, { lambda: path.join(fixtures, 'lambda') });

async function makeWorkspaceOf(folder, sources) {
  await mkdir(folder, { recursive: true });
  for (const [name, source] of Object.entries(sources)) {
    await cp(source, path.join(folder, name), { recursive: true });
  }
  const file = path.join(folder, 'preflight.code-workspace');
  await writeFile(
    file,
    JSON.stringify({ folders: Object.keys(sources).map((name) => ({ path: name })), settings: {} }),
  );
  return file;
}
