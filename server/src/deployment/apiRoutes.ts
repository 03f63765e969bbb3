import type { BuildError } from './deployment.ts';

/**
 * Why the file at `name` below `api` cannot have a route of its own beside `all` the others, if so.
 * Source: `getApiRoute` of @vercel/fs-detectors 7.7.3.
 */
export function apiRouteError(name: string, all: readonly string[]): BuildError | undefined {
  const twice = repeatedSegment(name);
  if (twice !== undefined) {
    const message = `The segment "${twice}" occurs more than one time in your path "${name}". Please make sure that every segment in a path is unique.`;
    return { code: 'conflicting_path_segment', message };
  }
  const conflicts = sortedBySegments(all).filter((other) => other !== name && conflict(name, other));
  if (conflicts.length === 0) return undefined;
  const list = sentenceList(conflicts.map((path) => `"${path}"`));
  const message = `Two or more files have conflicting paths or names. Please make sure path segments and filenames, without their extension, are unique. The path "${name}" has conflicts with ${list}.`;
  return { code: 'conflicting_file_path', message };
}

function repeatedSegment(path: string): string | undefined {
  const seen = new Set<string>();
  for (const segment of path.split('/')) {
    const name = variableOf(segment);
    if (name !== undefined && seen.has(name)) return name;
    if (name) seen.add(name);
  }
  return undefined;
}

/** `id` for `[id]` and for `[id].py`. */
function variableOf(segment: string): string | undefined {
  const stem = stemOf(segment);
  return stem.startsWith('[') && stem.endsWith(']') ? stem.slice(1, -1) : undefined;
}

function stemOf(segment: string): string {
  const dot = segment.lastIndexOf('.');
  return dot > 0 ? segment.slice(0, dot) : segment;
}

function conflict(path: string, other: string): boolean {
  return routeOf(path) === routeOf(other) || partlyMatches(path, other);
}

/** The path without extension, any variable in the same place alike. */
function routeOf(path: string): string {
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  return [...parts, stemOf(last)].map((part) => part.replace(/\[.*\]/, '1')).join('/');
}

/** Whether two paths are alike up to a place where they name different variables, or one a variable and one none. */
function partlyMatches(a: string, b: string): boolean {
  const [short, long] = [a.split('/'), b.split('/')].sort((x, y) => x.length - y.length);
  for (const [index, segment] of (short ?? []).entries()) {
    const other = long?.[index] ?? '';
    const [name, otherName] = [variableOf(segment), variableOf(other)];
    if (segment !== other && (!name || !otherName)) return false;
    if (name !== otherName) return true;
  }
  return false;
}

/** The deepest first, then those with fewer variables at their end, then by name. */
export function sortedBySegments(paths: readonly string[]): string[] {
  const variables = (path: string) =>
    path.split('/').reduce((count, segment) => (variableOf(segment) ? count + 1 : 0), 0);
  return [...paths].sort(
    (a, b) => b.split('/').length - a.split('/').length || variables(a) - variables(b) || a.localeCompare(b),
  );
}

function sentenceList(texts: readonly string[]): string {
  if (texts.length <= 2) return texts.join(' and ');
  return `${texts.slice(0, -1).join(', ')}, and ${texts.at(-1)}`;
}
