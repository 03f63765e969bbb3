/** Paths are relative to the workspace folder, with `/` and without `.` or `..`; the folder itself is `''`. */

/** `path` below `directory`; `..` and `.` are resolved; `undefined` when it leads out of the workspace folder. */
export function join(directory: string, path: string): string | undefined {
  const parts = directory ? directory.split('/') : [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** `name` in `directory`, for a name that needs no cleaning. */
export function inside(directory: string, name: string): string {
  return directory ? `${directory}/${name}` : name;
}

/** The folder that holds `path`. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of `path`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is `directory` or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  return directory === '' || path === directory || path.startsWith(`${directory}/`);
}

/** `path` as seen from `directory`, which must hold it. */
export function relativeTo(directory: string, path: string): string {
  return directory === '' ? path : path === directory ? '' : path.slice(directory.length + 1);
}

/** `directory` and every folder above it up to and including `top`, nearest first. */
export function upTo(directory: string, top: string): string[] {
  const result = [directory];
  for (let at = directory; at !== top && at !== ''; ) {
    at = directoryOf(at);
    result.push(at);
  }
  return result;
}
