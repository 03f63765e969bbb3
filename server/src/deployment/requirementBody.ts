import { placeAt } from '../documents/pep440.ts';
import { parseRequirement } from '../documents/pep508.ts';

/**
 * Whether uv's parser refuses one requirement, as it stands between its line's start and its hashes or comment.
 * It takes a URL or a path without a name for one, and is stricter than PEP 508 about commas and markers.
 */
export function requirementIsRefused(body: string): boolean {
  const name = /^[A-Za-z0-9][\w.-]*/.exec(body)?.[0];
  if (name === undefined) return !looksUnnamed(body) || hasBadMarker(body) || locationIsRefused(withoutMarker(body));
  if (!/[A-Za-z0-9]$/.test(name)) return true;
  const next = body.slice(name.length).trimStart()[0];
  if (next !== undefined && !'[@(<=>~!;'.includes(next))
    return !looksUnnamed(body) || locationIsRefused(withoutMarker(body));
  return isNamedRefused(body, next);
}

function isNamedRefused(body: string, next: string | undefined): boolean {
  if (body.includes('\\\n') || body.includes('\\\r')) return true;
  if (next === '@' || /^[^@;]*\]\s*@/.test(body)) return isUrlRefused(body);
  const [specifiers = '', ...markers] = body.split(';');
  if (/[,(]\s*\)?\s*$/.test(specifiers) || /,\s*,/.test(specifiers)) return true;
  if (/===(?!\s*v?\d+(?:\.\d+)*(?:$|[\s,;)]))/.test(specifiers)) return true;
  if (markers.join(';').includes('===')) return true;
  return parseRequirement(body, placeAt(0)).errors.length > 0;
}

/** `name @ url`: everything up to a marker that stands behind a blank. */
function isUrlRefused(body: string): boolean {
  const target = body.slice(body.indexOf('@') + 1).trim();
  const url = withoutMarker(target);
  return url === '' || /;\s*$/.test(target) || locationIsRefused(url) || hasBadMarker(body);
}

/**
 * On the net an archive or a Git repository is taken, elsewhere an archive or a folder: of version control systems Git
 * alone, and nothing whose name ends like a file of another kind, be it a folder.
 */
function locationIsRefused(url: string): boolean {
  if (/^(?:hg|svn|bzr)\+/i.test(url)) return true;
  if (/^git\+/i.test(url)) return false;
  const isOnNet = /^https?:/i.test(url);
  if (isOnNet && /\s/.test(url)) return true;
  const path = url
    .replace(/[?#].*$/, '')
    .replace(/\[[^\]]*\]$/, '')
    .replace(/\/+$/, '');
  if (isArchive(path)) return false;
  return isOnNet ? !path.endsWith('.git') : /[^/.\\][^/\\]*\.[^/\\]*$|\.[^/.\\]+\.[^/\\]*$/.test(path);
}

/** Whether a path names a wheel or a source archive. */
export function isArchive(path: string): boolean {
  return /\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|zst|lz|lzma))$/.test(path);
}

/** Whether `-e` refuses a word: it takes a folder, or a bare name, which it takes for one. */
export function folderIsRefused(word: string): boolean {
  const isPath = /^[./\\$~]|[/\\]/.test(word);
  return (!isPath && !/^[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?(?:\[[\w,-]*\])?$/.test(word)) || locationIsRefused(word);
}

/** A path or a URL, by its first word. */
function looksUnnamed(body: string): boolean {
  const [word = ''] = body.split(/\s/, 1);
  return /^[\\/.]/.test(word) || /[\\/]/.test(word) || /^[a-z][a-z0-9+.-]*:/i.test(word);
}

/** `./x ; foo`: a marker behind a blank must be one. */
function hasBadMarker(body: string): boolean {
  const marker = /\s;\s*(.*)$/.exec(body)?.[1];
  return marker !== undefined && parseRequirement(`x ; ${marker}`, placeAt(0)).errors.length > 0;
}

function withoutMarker(body: string): string {
  return body.split(/\s;/, 1)[0]?.trim() ?? '';
}
