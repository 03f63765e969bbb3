import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LogAnalysis } from '../../logs/analysis.ts';
import { suggestion } from './arguments.ts';
import { Failure, type Host, reasonOf, UsageError } from './host.ts';

/** Bytes of a log that are read. A log of a deployment has thousands of them; a drain's may have no end. */
export const mostBytes = 1024 * 1024 * 1024;

/** Bytes between two signs of progress, and before the first. */
const progressEvery = 16 * 1024 * 1024;

/** Where a log comes from. */
export interface LogSource {
  /** How it was named on the command line; `the log` for standard input. */
  readonly name: string;
  /** Absolute path of the file, if it is one. */
  readonly path?: string;
  /** In bytes, where it is known. */
  readonly size?: number;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * The log called `name`; standard input for `-` or no name.
 * @throws UsageError when there is no such file.
 */
export async function logSource(host: Host, name: string | undefined): Promise<LogSource> {
  if (name === undefined || name === '-') return standardInput(host);
  const file = path.resolve(host.cwd, name);
  const found = await stat(file).catch((error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new UsageError(`"${name}" cannot be opened: ${reasonOf(error)}.`);
  });
  if (!found) throw new UsageError(`There is no file "${name}".${await nearFile(file)}`);
  if (found.isDirectory()) {
    throw new UsageError(`"${name}" is a folder. Give the log as a file, and the project with --dir ${name}.`);
  }
  return { name, path: file, size: found.size, open: () => createReadStream(file) };
}

async function standardInput(host: Host): Promise<LogSource> {
  const { stdin } = host;
  if (!stdin) throw new UsageError('There is no standard input. Give the file that holds the log.');
  if (host.stdinIsTty) {
    const end = process.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D';
    await host.stderr(`Paste the log, then press ${end} on a line of its own.\n`);
  }
  return { name: 'the log', open: () => stdin() };
}

async function nearFile(missing: string): Promise<string> {
  const names = await readdir(path.dirname(missing)).catch(() => []);
  return suggestion(path.basename(missing), names);
}

/** Reads all of `source` into `analysis`, chunk by chunk, and says on standard error how far it is and where it stops. */
export async function readLog(host: Host, source: LogSource, analysis: LogAnalysis, limit = mostBytes): Promise<void> {
  const text = new ChunkDecoder();
  const progress = new Progress(host, source);
  let bytes = 0;
  try {
    for await (const chunk of source.open()) {
      const room = limit - bytes;
      analysis.push(text.decode(chunk.length > room ? chunk.subarray(0, room) : chunk));
      bytes += chunk.length;
      await progress.at(Math.min(bytes, limit));
      if (bytes <= limit) continue;
      const size = Math.round(limit / 1024 / 1024);
      await host.stderr(
        `Note: only the first ${size} MB of ${source.name} were read. Cut out the deployment in question.\n`,
      );
      break;
    }
  } catch (error) {
    throw new Failure(`${source.name} cannot be read: ${reasonOf(error)}.`);
  } finally {
    await progress.clear();
  }
  analysis.push(text.end());
}

/** One line on a terminal that is written over and over; nothing anywhere else. */
class Progress {
  readonly #host: Host;
  readonly #source: LogSource;
  #shownAt = 0;

  constructor(host: Host, source: LogSource) {
    this.#host = host;
    this.#source = source;
  }

  async at(bytes: number): Promise<void> {
    if (!this.#host.notesToTty || bytes - this.#shownAt < progressEvery) return;
    this.#shownAt = bytes;
    const { name, size } = this.#source;
    const of = size === undefined ? '' : ` of ${megabytes(size)}`;
    await this.#host.stderr(`\r\u001b[KReading ${name}: ${megabytes(bytes)}${of}`);
  }

  async clear(): Promise<void> {
    if (this.#shownAt > 0) await this.#host.stderr('\r\u001b[K');
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Text from bytes that come in chunks: UTF-8, or UTF-16 with its mark, which `>` of Windows PowerShell writes. */
class ChunkDecoder {
  #decoder: TextDecoder | undefined;
  #head = new Uint8Array();

  decode(chunk: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(chunk, { stream: true });
    const all = new Uint8Array(this.#head.length + chunk.length);
    all.set(this.#head);
    all.set(chunk, this.#head.length);
    if (all.length < 2) {
      this.#head = all;
      return '';
    }
    return this.#start(all).decode(all, { stream: true });
  }

  end(): string {
    const decoder = this.#decoder ?? this.#start(this.#head);
    return this.#head.length > 0 && this.#head.length < 2 ? decoder.decode(this.#head) : decoder.decode();
  }

  #start([first, second]: Uint8Array): TextDecoder {
    const label =
      first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
    this.#decoder = new TextDecoder(label);
    return this.#decoder;
  }
}
