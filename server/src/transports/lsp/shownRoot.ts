import type { ShownPlace } from '../../features/report.ts';
import type { Checked, Folder } from './folder.ts';
import { displayName } from './uris.ts';

/** A deployment root and the result of checking it. */
export interface CheckedRoot {
  readonly folder: Folder;
  readonly root: string;
  readonly checked: Checked;
}

/** A root with the lines of the files that are named, checked or not. */
export interface LinedRoot extends Pick<CheckedRoot, 'folder' | 'root'> {
  readonly checked: Pick<Checked, 'lines'>;
}

/** What to call a root and the places in it. */
export interface ShownRoot {
  readonly name: string;
  place(path: string, offset?: number): ShownPlace;
}

/**
 * Paths are shown as from the workspace folder; where there are several, from the folder that holds them.
 * @param isAlone whether there is only one workspace folder
 */
export function shownRoot({ folder, root, checked }: LinedRoot, isAlone: boolean): ShownRoot {
  const name = displayName(folder.uri);
  const shown = (path: string) => (isAlone ? path : path ? `${name}/${path}` : name);
  return {
    name: shown(root) || name,
    place(path, offset) {
      const uri = folder.uriOf(path);
      if (offset === undefined) return { text: shown(path), address: uri };
      const line = (checked.lines(path)?.positionAt(offset).line ?? 0) + 1;
      return { text: `${shown(path)}:${line}`, address: `${uri}#L${line}` };
    },
  };
}
