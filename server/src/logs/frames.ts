import { importNames } from '../facts/importNames.ts';
import type { Files } from '../project/files.ts';
import { inside } from '../project/paths.ts';
import type { Frame, Raised } from './traceback.ts';

/** Paths in a deployment that are not the user's own: packages, the runtime, Python itself. */
const foreign =
  /(?:^|\/)(?:site-packages|dist-packages|_vendor|vercel_runtime|node_modules)\/|vc__handler__python|now__handler__python|(?:^|\/)vc_init\.py$|\/var\/lang\/|\/var\/runtime\/|\/uv\/python\/|\/lib\/python\d|\/tmp\/_vc_deps|\/python\d[\d.]*\/(?!.*\/path0\/)|^<|\/Python\d+\/Lib\/|\.vercel\/(?:python|cache)/i;

/** Where a function and a build keep the project. */
const homes = ['/var/task/', '/vercel/path0/', '/vercel/path1/', '/vercel/output/'];

/** Folders of packages; builders before `_vendor` laid them beside the project's own. */
const packages: ReadonlySet<string> = new Set([
  ...Object.keys(importNames).map((name) => name.split('.')[0]?.toLowerCase() ?? name),
  ...['anyio', 'asgiref', 'httpcore', 'pydantic_core', 'uvicorn', 'werkzeug'],
]);

/** Whether `path`, of a frame, is code of the project itself. */
export function isOwn(path: string): boolean {
  const slash = slashed(path);
  const folder = /^\/var\/task\/(\w+)\//.exec(slash)?.[1];
  return !foreign.test(slash) && (folder === undefined || !packages.has(folder.toLowerCase()));
}

/** The frame nearest to the failure that is the project's own. */
export function ownFrame({ frames }: Pick<Raised, 'frames'>): Frame | undefined {
  return frames.findLast(({ path }) => isOwn(path));
}

/** `path` of a log as a person knows it: without the folder that Vercel keeps the project in. */
export function shownPath(path: string): string {
  const slash = slashed(path);
  const home = homes.find((folder) => slash.startsWith(folder));
  return home ? slash.slice(home.length) : slash.replace(/^(?:\.\/)+/, '');
}

/**
 * The file of the project that `path` of a log means, as a path of the core; `undefined` where the project has none.
 * A log may name it from the Root Directory, from the repository, or from a folder on somebody's own disk.
 */
export function projectFile(path: string, root: string, files: Files): string | undefined {
  const parts = shownPath(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.' && !/^[A-Za-z]:$/.test(part));
  if (parts.length === 0 || parts.includes('..')) return undefined;
  for (let from = 0; from < parts.length; from++) {
    const rest = parts.slice(from).join('/');
    const found = [inside(root, rest), rest].find((candidate) => files.has(candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
