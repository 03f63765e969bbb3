/**
 * URIs and the paths of the core. A path is relative to a folder, with `/`, and decoded; a URI is whatever the client
 * made of it: VS Code writes `file:///c%3A/My%20Project`, others write `file:///C:/My Project`.
 */

interface Parts {
  readonly scheme: string;
  readonly authority: string;
  /** Decoded, without a slash at the end. */
  readonly path: string;
  /** Query and fragment. */
  readonly rest: string;
}

function partsOf(uri: string): Parts | undefined {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(.*)$/s.exec(uri);
  if (!match) return undefined;
  const [, scheme = '', authority = '', path = '', rest = ''] = match;
  return {
    scheme: scheme.toLowerCase(),
    authority: decoded(authority).toLowerCase(),
    path: withLowerDrive(path.split('/').map(decoded).join('/')).replace(/\/+$/, ''),
    rest,
  };
}

/** A percent sign that is no encoding stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withLowerDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** Windows does not tell upper from lower case, and clients do not always agree on it. */
function comparable({ path }: Parts): string {
  return /^\/[a-z]:/.test(path) ? path.toLowerCase() : path;
}

/** The scheme of `uri` in lower case; empty when it has none. */
export function schemeOf(uri: string): string {
  return partsOf(uri)?.scheme ?? '';
}

/** The path of `uri` below the folder at `folderUri`, `''` for that folder itself; `undefined` when it lies elsewhere. */
export function relativePath(folderUri: string, uri: string): string | undefined {
  const folder = partsOf(folderUri);
  const file = partsOf(uri);
  if (!folder || !file || folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const prefix = comparable(folder);
  const path = comparable(file);
  if (path === prefix) return '';
  if (!path.startsWith(`${prefix}/`)) return undefined;
  const below = file.path.slice(folder.path.length + 1);
  return below.split('/').some((part) => part === '' || part === '.' || part === '..') ? undefined : below;
}

/** The URI of `path` below the folder at `folderUri`, encoded as VS Code does. */
export function uriOf(folderUri: string, path: string): string {
  const [, folder = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(folderUri) ?? [];
  if (path === '') return folderUri;
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encoded).join('/')}${rest}`;
}

function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).replace(/[!'()*]/g, asPercent);
}

function asPercent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The URI of the folder that holds the file at `uri`. */
export function parentUri(uri: string): string {
  const [, path = ''] = /^([^?#]*)/.exec(uri) ?? [];
  return path.slice(0, path.lastIndexOf('/')) || path;
}

/** The last part of the path of `uri`, as people read it; the whole of it where there is none. */
export function displayName(uri: string): string {
  const path = partsOf(uri)?.path ?? '';
  return path.slice(path.lastIndexOf('/') + 1) || uri;
}

/** Whether both name the same place. */
export function isSameUri(a: string, b: string): boolean {
  return relativePath(a, b) === '';
}
