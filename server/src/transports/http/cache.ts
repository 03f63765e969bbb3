import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type AnswerCache, type CachedAnswer, keptFor } from './answers.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where answers are kept: a folder of our own in the one that the operating system has for such things. */
export function cacheFolder(env: Environment, platform: string = process.platform): string {
  const home = env.HOME || env.USERPROFILE || os.homedir();
  const base =
    platform === 'win32'
      ? env.LOCALAPPDATA || path.join(home, 'AppData', 'Local')
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : env.XDG_CACHE_HOME || path.join(home, '.cache');
  return path.join(base, 'vercel-python-preflight', 'index');
}

/** Answers on disk, one file each. */
export class Cache implements AnswerCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(key: string): Promise<CachedAnswer | undefined> {
    try {
      const value: unknown = JSON.parse(await readFile(this.#file(key), 'utf8'));
      return isAnswer(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Another process that reads meanwhile sees the old answer or the new one, never half of it. */
  async set(key: string, answer: CachedAnswer): Promise<void> {
    const file = this.#file(key);
    const draft = `${file}.${randomUUID()}`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, JSON.stringify(answer), { mode: 0o600 });
      await rename(draft, file);
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  /** Removes what nobody asked for in a month. */
  async prune(now: number): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      const file = path.join(this.#folder, name);
      const changed = await stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => now,
      );
      if (now - changed > keptFor) await rm(file, { force: true }).catch(() => undefined);
    }
  }

  #file(key: string): string {
    return path.join(this.#folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  }
}

function isAnswer(value: unknown): value is CachedAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { askedAt, contentType, text } = value as Partial<CachedAnswer>;
  return typeof askedAt === 'number' && typeof contentType === 'string' && typeof text === 'string';
}
