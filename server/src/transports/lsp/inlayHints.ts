import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import { resolveDeployment } from '../../deployment/resolve.ts';
import { inlayHints } from '../../features/inlayHints.ts';
import { Debounce } from './debounce.ts';
import type { Place } from './folders.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { Lines } from './positions.ts';
import { rootsThatSee } from './problems.ts';
import { inBackground, runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** How long after the last change the hints of other documents are asked for again. */
const refreshDelay = 400;

/** Answers `textDocument/inlayHint`, and lets the client ask again when a change elsewhere changes the answer. */
export function serveInlayHints(session: Session, documents: OpenDocuments): Debounce<'all'> {
  const { connection, abilities } = session;
  connection.languages.inlayHint.on((params, token) => {
    const guarded = { name: `Inlay hints of ${params.textDocument.uri}`, onError: [] };
    return runSafe<InlayHint[]>(connection, guarded, token, async () => {
      const place = await documents.placeOf(params.textDocument.uri);
      if (!place || !(await place.folder.settings()).enable) return [];
      return hintsAt(session, place, params.range.start.line, params.range.end.line);
    });
  });
  const refresh = new Debounce<'all'>(refreshDelay, () => {
    if (!abilities.refreshesInlayHints) return;
    void inBackground(connection, 'Refresh of inlay hints', () => connection.languages.inlayHint.refresh());
  });
  session.onChange(() => refresh.schedule('all'));
  return refresh;
}

async function hintsAt(session: Session, { folder, path }: Place, first: number, last: number): Promise<InlayHint[]> {
  // Of roots in each other the inner one is what the file is deployed with.
  const root = rootsThatSee(await folder.roots(), path).at(-1);
  const found = await folder.workspace.ask((files) => {
    if (root === undefined) return undefined;
    const project = { root, files };
    const text = files.source(path)?.text ?? '';
    const lines = new Lines(text, session.abilities.positionEncoding);
    return inlayHints(project, resolveDeployment(project), path).map((hint) => ({
      ...hint,
      position: lines.positionAt(hint.offset),
    }));
  });
  return (found ?? [])
    .filter(({ position: { line } }) => line >= first && line <= last)
    .map(({ position, label, tooltip }) => ({
      position,
      label,
      tooltip,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    }));
}
