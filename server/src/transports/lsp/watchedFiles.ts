import { DidChangeWatchedFilesNotification, type DidChangeWatchedFilesParams } from 'vscode-languageserver';
import { ignoredFolders } from '../../project/walk.ts';
import type { Debounce } from './debounce.ts';
import type { Folder } from './folder.ts';
import { safely } from './runSafe.ts';
import type { Session } from './session.ts';

/** The files whose content or existence decides something, by name; nothing else is watched. */
const watchedPatterns = [
  '**/{vercel.json,runtime.txt,.python-version,pyproject.toml,Pipfile,Pipfile.lock,uv.lock,pylock.toml,package.json}',
  '**/{requirements*.txt,requirements.in}',
  '**/requirements/prod.txt',
  '**/.vercel/{project.json,.env.*.local}',
  '**/{.env,.env.*,.vercelignore,.gitignore}',
  '**/.vercel-preflight.toml',
  '**/*.py',
];

/** Asks the client to tell of changes on disk, if it can be asked. */
export async function watchFiles({ connection, abilities }: Session): Promise<void> {
  if (!abilities.watchesFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: watchedPatterns.map((globPattern) => ({ globPattern })),
  });
}

/** Drops what was read of files that changed, and has everything asked again. */
export function serveWatchedFiles(session: Session, refresh: Debounce<'all'>): void {
  const { connection } = session;
  const handle = safely<DidChangeWatchedFilesParams>(connection, 'Changed files', ({ changes }) => {
    const byFolder = new Map<Folder, string[]>();
    for (const { uri } of changes) {
      for (const { folder, path } of session.folders.places(uri)) {
        if (isOfInterest(path)) byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
      }
    }
    for (const [folder, paths] of byFolder) {
      folder.touched(paths);
      session.changed(folder);
    }
    if (byFolder.size > 0) refresh.schedule('all');
  });
  connection.onDidChangeWatchedFiles(handle);
}

/** An installation writes thousands of files to folders that are never looked into. */
function isOfInterest(path: string): boolean {
  const folders = path.replace(/(^|\/)\.vercel\/(project\.json|\.env\.\w+\.local)$/, '').split('/');
  return !folders.some((name) => ignoredFolders.has(name));
}
