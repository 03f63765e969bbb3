import type { Grammars } from '../../documents/parsers.ts';
import type { FileSystem } from '../../project/files.ts';
import type { Rule } from '../../rules/rule.ts';

/** 0: clean; 1: problems at or above `--fail-on`; 2: wrong use; 3: our own failure. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Where text goes. Rejects where it cannot be written. */
export type Write = (text: string) => void | Promise<void>;

/** What a run of the command line needs from outside, so that tests can stand in for the process. */
export interface Host {
  /** The arguments, without the program's own name. */
  readonly argv: readonly string[];
  /** The current folder, an absolute path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Receives the report and nothing else. */
  readonly stdout: Write;
  /** Receives notes. */
  readonly stderr: Write;
  /** Whether `stdout` is a terminal. */
  readonly isTty: boolean;
  /** The width of that terminal. */
  readonly columns?: number;
  /** Whether notes go to a terminal, where progress may be shown. */
  readonly notesToTty?: boolean;
  /** Standard input, for commands that read it. */
  stdin?(): AsyncIterable<Uint8Array>;
  /** Whether standard input is a terminal. */
  readonly stdinIsTty?: boolean;
  readonly rules: readonly Rule[];
  /** Loads the parsers; not called by commands that read no files. */
  grammars(): Promise<Grammars>;
  /** The files of a folder, given by its absolute path. */
  fileSystem?(directory: string): FileSystem;
}

/** The user asked for something that cannot be: exit code 2. */
export class UsageError extends Error {}

/** Something outside went wrong that the message explains in full: exit code 3. */
export class Failure extends Error {}

/** `error` as a phrase for the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (Object.hasOwn(systemReasons, code)) return systemReasons[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file of the name of a folder is in the way',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder',
  EBUSY: 'another program is using it',
};
