import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { SourceFile } from '../../server/src/documents/sourceFile.ts';
import { isWithin, relativeTo } from '../../server/src/project/paths.ts';
import { buildsOfTree, type Place, type RealBuild } from './realDetection.ts';
import type { Tree } from './trees/tree.ts';
import { withUv } from './uv.ts';

/** What Vercel's own software says of a tree. Absent: it did not come to say anything. */
export interface Verdict {
  readonly mode: string;
  readonly preset: string | null;
  /** The files that are built, or `<detect>`. */
  readonly sources: readonly string[];
  readonly error?: { readonly code: string; readonly message: string };
  readonly runs: readonly Run[];
}

/** One call of `build` of @vercel/python. */
export interface Run {
  readonly src: string;
  readonly version?: string;
  /** Path of the file that chose, or whose choice was ignored; `null` where nothing asks. */
  readonly source?: string | null;
  /** `module:variable`, or the module alone where the builder was told which. */
  readonly entrypoint?: string;
  /** What is installed, as the builder names it, and the folder it is installed in; `null` for nothing. */
  readonly install?: { readonly name: string; readonly folder: string } | null;
  readonly outcome?: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly log: string;
}

const require = createRequire(import.meta.url);

/** In memory where the machine offers that: each tree is written, and removed again. */
const temporary = existsSync('/dev/shm') ? '/dev/shm' : realpathSync(tmpdir());

interface Builder {
  build(options: unknown): Promise<unknown>;
  detectEntrypoint(options: { workPath: string; framework: string }): Promise<{ entrypoint: string } | null>;
}

/** Gives `tree` to Vercel's own detection and builder. Nothing is installed, nothing of the tree is executed. */
export async function realVerdict(tree: Tree): Promise<Verdict> {
  const folder = mkdtempSync(join(temporary, 'preflight-tree-'));
  const before = process.env.NOW_BUILDER_DEBUG;
  process.env.NOW_BUILDER_DEBUG = '1';
  try {
    return await withUv(() => verdictOn(folder, tree));
  } finally {
    if (before === undefined) delete process.env.NOW_BUILDER_DEBUG;
    else process.env.NOW_BUILDER_DEBUG = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verdictOn(folder: string, tree: Tree): Promise<Verdict> {
  writeTree(folder, tree);
  const place = { repository: folder, project: join(folder, tree.root) };
  const detected = await buildsOfTree(place, pathsBelow(tree));
  const runs: Run[] = [];
  for (const [index, build] of detected.builds.entries()) {
    if (index > 0) writeTree(folder, tree);
    runs.push(await run(place, build));
  }
  const error = told(detected.error, folder) ?? runs.find((one) => one.error)?.error;
  return { ...detected, sources: detected.builds.map(({ src }) => src), runs, ...(error ? { error } : {}) };
}

/** The paths of the project's files, from its own folder. */
function pathsBelow({ files, root }: Tree): string[] {
  return [...files.keys()].filter((path) => isWithin(path, root)).map((path) => relativeTo(root, path));
}

type Fault = NonNullable<Verdict['error']>;

/** The error as it reads on Vercel, where the tree lies in `/vercel/path0`. */
function told(error: Fault | undefined, folder: string): Fault | undefined {
  return error && { ...error, message: error.message.replaceAll(folder, '/vercel/path0') };
}

/** Makes the folder hold the tree and nothing else: a run leaves files behind that the next one would find. */
function writeTree(folder: string, tree: Tree): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  for (const [name, file] of [...tree.files].sort(([a], [b]) => (a < b ? -1 : 1))) write(join(folder, name), file);
}

function write(path: string, { text, encoding }: SourceFile): void {
  mkdirSync(dirname(path), { recursive: true });
  const bytes = encoding === 'utf-16le' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text);
  const mark = encoding === 'utf-8-bom' ? Buffer.from([0xef, 0xbb, 0xbf]) : Buffer.alloc(0);
  writeFileSync(path, Buffer.concat([mark, bytes]));
}

async function run({ repository: folder, project }: Place, { src, config }: RealBuild): Promise<Run> {
  const builder: Builder = require('@vercel/python');
  const lines: string[] = [];
  const error = await quietly(lines, async () => {
    await builder.build({ workPath: project, repoRootPath: folder, files: {}, entrypoint: src, meta: {}, config });
  });
  const log = lines.join('\n').replaceAll(folder, '/vercel/path0');
  const detected =
    typeof config.framework === 'string' && src === '<detect>'
      ? await detect(builder, project, config.framework)
      : undefined;
  const configured = /Using configured Python entrypoint: (.*)/.exec(log)?.[1];
  const entrypoint = detected ?? (configured && `${configured.replace(/\.py$/, '').replaceAll('/', '.')}`);
  const fault = told(errorOf(error), folder);
  const failed = fault ? { error: fault } : {};
  return {
    src,
    log,
    ...versionIn(log),
    ...installIn(log, error, folder),
    ...(entrypoint ? { entrypoint } : {}),
    ...failed,
  };
}

async function detect(builder: Builder, workPath: string, framework: string): Promise<string | undefined> {
  let found: { entrypoint: string } | null = null;
  await quietly([], async () => {
    found = await builder.detectEntrypoint({ workPath, framework });
  });
  return (found as { entrypoint: string } | null)?.entrypoint;
}

/** The version and what chose it, from the one line that the builder writes about it. */
function versionIn(log: string): Pick<Run, 'version' | 'source' | 'outcome'> {
  const used = /^Using Python (\S+) from (.*)$/m.exec(log);
  if (used) return { version: used[1] ?? '', source: used[2] ?? '', outcome: 'used' };
  const version = /[Uu]sing python version: (\S+)/.exec(log)?.[1];
  if (version === undefined) return {};
  const ignored = /^Warning: Python version ".*" detected in (.*) is (invalid|not installed) and will be ignored/m.exec(
    log,
  );
  if (!ignored) return { version, source: null, outcome: 'default' };
  return { version, source: ignored[1] ?? '', outcome: ignored[2] === 'invalid' ? 'unknown' : 'not-installed' };
}

/** What the builder sets out to install, and where the stand-in refused to. */
function installIn(log: string, error: unknown, folder: string): Pick<Run, 'install'> {
  if (log.includes('No Python manifest found')) return { install: null };
  const name = /^Installing required dependencies from (.*)\.\.\.$/m.exec(log)?.[1];
  const place = error instanceof Error ? /was refused in (.*)/.exec(error.message)?.[1] : undefined;
  return name === undefined || place === undefined ? {} : { install: { name, folder: relative(folder, place) } };
}

/** The error that stops the build; none where it came as far as the first install step, which the stand-in refuses. */
function errorOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error) || error.message.includes('was refused in ')) return undefined;
  return { code: 'code' in error && typeof error.code === 'string' ? error.code : error.name, message: error.message };
}

async function quietly(lines: string[], action: () => Promise<void>): Promise<unknown> {
  const { log, warn, error, debug, info } = console;
  const take = (...words: unknown[]) => {
    lines.push(words.join(' '));
  };
  Object.assign(console, { log: take, warn: take, error: take, debug: take, info: take });
  try {
    await action();
    return undefined;
  } catch (thrown) {
    return thrown;
  } finally {
    Object.assign(console, { log, warn, error, debug, info });
  }
}
