import { randomUUID } from 'node:crypto';
import {
  access,
  chmod,
  chown,
  constants,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { SourceFile } from '../../documents/sourceFile.ts';
import type { FileOutcome } from '../../features/changedFiles.ts';
import { decode, encode } from '../decode.ts';
import type { Directory } from './directory.ts';
import { isInside } from './files.ts';
import { Failure, reasonOf, type Write } from './host.ts';

/** What is to be done to one file. */
interface Target {
  readonly shown: string;
  /** Where the file lies, links followed. */
  readonly file: string;
  readonly kind: 'changed' | 'created' | 'deleted';
  readonly after: SourceFile | undefined;
  /** What of the old file stays. */
  readonly owner?: { readonly mode: number; readonly uid: number; readonly gid: number };
}

/** A target whose new content lies beside it, ready to take its place. */
interface Ready {
  readonly target: Target;
  readonly temporary: string | undefined;
}

/**
 * Writes all files or none: each is checked, then written beside its place, and only then put there.
 * @param report is told each file that was changed.
 * @throws Failure with nothing changed, unless its message says otherwise.
 */
export async function writeFiles(directory: Directory, outcomes: readonly FileOutcome[], report: Write): Promise<void> {
  const targets: Target[] = [];
  for (const outcome of outcomes) targets.push(await targetOf(directory, outcome));
  for (const { target, temporary } of await prepare(targets)) {
    try {
      if (temporary === undefined) await unlink(target.file);
      else await rename(temporary, target.file);
    } catch (error) {
      if (temporary !== undefined) await rm(temporary, { force: true });
      throw new Failure(`${target.shown} could not be ${target.kind}: ${reasonOf(error)}. The files named above were.`);
    }
    await report(`${target.kind} ${target.shown}\n`);
  }
}

async function targetOf(directory: Directory, { path: relative, before, after }: FileOutcome): Promise<Target> {
  const shown = directory.shown(relative);
  const file = await realFile(path.join(directory.path, ...relative.split('/')));
  if (!isInside(file, await realpath(directory.path))) {
    throw new Failure(
      `${shown} lies outside of ${directory.nameOf('')}, so nothing was changed. Mend it where it lies.`,
    );
  }
  if (!before) return { shown, file, kind: 'created', after };
  const found = await stat(file).catch(() => undefined);
  if (!found || !(await isStill(file, before))) {
    throw new Failure(`${shown} changed meanwhile, so nothing was written. Run it again.`);
  }
  // The bits are asked as well as the system, which lets root write anything.
  const isWritable =
    (found.mode & 0o222) !== 0 &&
    (await access(file, constants.W_OK).then(
      () => true,
      () => false,
    ));
  if (!isWritable) {
    throw new Failure(`${shown} is read-only, so nothing was changed. Make it writable, or leave out the fixes.`);
  }
  const { mode, uid, gid } = found;
  return { shown, file, kind: after ? 'changed' : 'deleted', after, owner: { mode: mode & 0o7777, uid, gid } };
}

/** The place of `file` with all links followed, as far as it exists. */
async function realFile(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(await realFile(parent), path.basename(file));
  }
}

async function isStill(file: string, before: SourceFile): Promise<boolean> {
  const { text, encoding } = decode(await readFile(file));
  return text === before.text && encoding === before.encoding;
}

async function prepare(targets: readonly Target[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  const made: string[] = [];
  for (const target of targets) {
    try {
      ready.push(await readyOf(target, made));
    } catch (error) {
      for (const { temporary } of ready) if (temporary !== undefined) await rm(temporary, { force: true });
      for (const folder of made) await rm(folder, { recursive: true, force: true });
      throw new Failure(`${target.shown} cannot be written: ${reasonOf(error)}. Nothing was changed.`);
    }
  }
  return ready;
}

/** @param made receives the folders that did not exist before */
async function readyOf(target: Target, made: string[]): Promise<Ready> {
  if (!target.after) return { target, temporary: undefined };
  const folder = path.dirname(target.file);
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) made.push(first);
  const temporary = path.join(folder, `.${path.basename(target.file)}.${randomUUID()}.tmp`);
  try {
    await writeBeside(temporary, target.after, target.owner);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { target, temporary };
}

async function writeBeside(temporary: string, after: SourceFile, owner: Target['owner']): Promise<void> {
  await writeFile(temporary, encode(after), { flag: 'wx' });
  if (!owner) return;
  // Only root may give a file away; who may not keeps it.
  await chown(temporary, owner.uid, owner.gid).catch(() => undefined);
  await chmod(temporary, owner.mode);
}
