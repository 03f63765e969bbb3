import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { rules } from '../../rules/index.ts';
import { loadGrammars } from '../wasm.ts';
import { runCommandLine } from './commandLine.ts';
import { Failure, reasonOf, type Write } from './host.ts';

/** The `.wasm` files lie beside the bundle. */
async function readWasm(name: string): Promise<Uint8Array> {
  const file = path.join(__dirname, name);
  return readFile(file).catch((error) => {
    throw new Failure(`${file} cannot be read: ${reasonOf(error)}. Install vercel-python-preflight again.`);
  });
}

/** Waits for each write, so that no text is lost when the process ends. */
function writerTo(stream: Writable): Write {
  // Without a listener an error such as EPIPE would end the process; `write` reports it as well.
  stream.on('error', () => undefined);
  return (text) =>
    new Promise((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
}

/** The newest major version of Node.js of which it is known that it knows the flag: it complains of one that it does not. */
const newestWithFlag = 24;

/**
 * Compiles WebAssembly once and not again for speed: the process ends before that would pay. The optimizing compiler takes a
 * fifth of the memory of a whole run, and of a core that could do something else (measured on Node.js 20).
 */
function compileOnce(): void {
  if (Number.parseInt(process.versions.node, 10) <= newestWithFlag) setFlagsFromString('--liftoff-only');
}

async function main(): Promise<void> {
  // The language server stays.
  if (process.argv[2] !== 'lsp') compileOnce();
  const stderr = writerTo(process.stderr);
  process.exitCode = await runCommandLine({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: writerTo(process.stdout),
    stderr,
    isTty: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    notesToTty: process.stderr.isTTY === true,
    stdin: () => process.stdin,
    stdinIsTty: process.stdin.isTTY === true,
    rules,
    grammars: () => loadGrammars(readWasm, (warning) => void stderr(`Note: ${warning}\n`)),
  });
}

void main();
