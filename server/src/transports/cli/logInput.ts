import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
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
  return { name, path: file, size: found.size, open: () => bytesOf(file) };
}

/** Bytes that are read at once. */
const chunkSize = 64 * 1024;

/** Bytes that are made text at once: what the garbage collector meets is little, so it sees no need for more memory. */
const pieceSize = 8 * 1024;

/** The bytes of a file. Every chunk lies in the same memory: it is to be used before the next one is asked for. */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(chunkSize);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunkSize, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
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
      const end = Math.min(chunk.length, limit - bytes);
      for (let at = 0; at < end; at += pieceSize) {
        analysis.push(text.decode(chunk.subarray(at, Math.min(at + pieceSize, end))));
      }
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

type Decode = (chunk?: Uint8Array) => string;

/** Text from bytes that come in chunks: UTF-8, or UTF-16 with its mark, which `>` of Windows PowerShell writes. */
class ChunkDecoder {
  #decode: Decode | undefined;
  #head = new Uint8Array();

  decode(chunk: Uint8Array): string {
    if (this.#decode) return this.#decode(chunk);
    const all = Buffer.concat([this.#head, chunk]);
    if (all.length < 3) {
      this.#head = all;
      return '';
    }
    return this.#start(all);
  }

  end(): string {
    const start = this.#decode ? '' : this.#start(this.#head);
    return start + (this.#decode as Decode)();
  }

  #start(bytes: Uint8Array): string {
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe) this.#decode = utf16('utf-16le');
    else if (first === 0xfe && second === 0xff) this.#decode = utf16('utf-16be');
    else this.#decode = utf8();
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
    return this.#decode(hasMark ? bytes.subarray(3) : bytes);
  }
}

/** Not a `TextDecoder`: that one makes strings of two bytes a character, even of plain ASCII, and takes its time. */
function utf8(): Decode {
  const decoder = new StringDecoder('utf8');
  return (chunk) => (chunk ? decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)) : decoder.end());
}

function utf16(label: 'utf-16le' | 'utf-16be'): Decode {
  const decoder = new TextDecoder(label);
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
}
