import { Folder, type FolderHost } from './folder.ts';
import { isSameUri, parentUri, relativePath, schemeOf, uriOf } from './uris.ts';

/** Where a document is. */
export interface Place {
  readonly folder: Folder;
  readonly path: string;
}

/** The workspace folders, and one for each document that is open without any. */
export class Folders {
  readonly #host: FolderHost;
  #workspaceFolders: Folder[] = [];
  #loose: Folder[] = [];

  constructor(host: FolderHost) {
    this.#host = host;
  }

  /** All folders, those of the workspace first. */
  all(): readonly Folder[] {
    return [...this.#workspaceFolders, ...this.#loose];
  }

  /** Adds folders to the workspace. Returns adopted ones that lie in them and are no longer needed. */
  add(uris: readonly string[]): readonly Folder[] {
    for (const uri of uris) {
      if (this.#workspaceFolders.some((folder) => isSameUri(folder.uri, uri))) continue;
      this.#workspaceFolders.push(new Folder(uri, false, this.#host));
    }
    const swallowed = this.#loose.filter(({ uri }) => placesIn(this.#workspaceFolders, uri).length > 0);
    this.#loose = this.#loose.filter((folder) => !swallowed.includes(folder));
    return swallowed;
  }

  /** Takes folders away. Returns them. */
  remove(uris: readonly string[]): readonly Folder[] {
    const gone = this.#workspaceFolders.filter((folder) => uris.some((uri) => isSameUri(folder.uri, uri)));
    this.#workspaceFolders = this.#workspaceFolders.filter((folder) => !gone.includes(folder));
    return gone;
  }

  /** Where the file at `uri` is, in every folder that holds it, the innermost first. */
  places(uri: string): readonly Place[] {
    const places = placesIn(this.#workspaceFolders, uri);
    return places.length > 0 ? places : placesIn(this.#loose, uri).slice(0, 1);
  }

  /** As `places`; a file outside every folder gets its own folder to live in. Other documents have none. */
  placesOrAdopt(uri: string): readonly Place[] {
    const places = placesIn(this.#workspaceFolders, uri);
    if (places.length > 0 || schemeOf(uri) !== 'file') return places;
    const parent = parentUri(uri);
    if (!this.#loose.some((folder) => isSameUri(folder.uri, parent))) this.adopt(parent);
    return this.places(uri);
  }

  /** The roots of `folder` but for those in another workspace folder inside it: they are that one's. */
  async rootsOf(folder: Folder): Promise<readonly string[]> {
    const roots = await folder.roots();
    return roots.filter((root) => this.places(uriOf(folder.uri, root))[0]?.folder === folder);
  }

  /** Looks after a folder that is not part of the workspace. */
  adopt(uri: string): Folder {
    const folder = new Folder(uri, true, this.#host);
    this.#loose.push(folder);
    return folder;
  }

  /** Lets go of adopted folders without an open document. */
  prune(): void {
    this.#loose = this.#loose.filter(({ documents, verified }) => documents.size > 0 || verified.size > 0);
  }
}

function placesIn(folders: readonly Folder[], uri: string): readonly Place[] {
  return folders
    .flatMap((folder) => {
      const path = relativePath(folder.uri, uri);
      return path === undefined ? [] : [{ folder, path }];
    })
    .sort((a, b) => a.path.length - b.path.length);
}
