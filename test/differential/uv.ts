import childProcess from 'node:child_process';
import { EventEmitter } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Readable } from 'node:stream';

const installed = [
  [3, 14],
  [3, 13],
  [3, 12],
] as const;

const pythons = installed.map(([major, minor]) => ({
  path: `/uv/python/bin/python${major}.${minor}`,
  implementation: 'cpython',
  version_parts: { major, minor },
}));

/** An empty program called uv in a folder of its own: the builder looks for the name on PATH and never gets to run it. */
function pathWithUv(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-uv-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'uv'), '#!/bin/sh\nexit 97\n');
  chmodSync(join(folder, 'uv'), 0o755);
  return `${folder}${delimiter}${process.env.PATH ?? ''}`;
}

let path: string | undefined;

/**
 * Runs `action` with a stand-in for uv. It answers what the builder asks before it installs anything, makes no
 * environment, and refuses the rest, so that a build ends there. No program is started at all.
 */
export async function withUv<T>(action: () => Promise<T>): Promise<T> {
  const { execFileSync, spawn } = childProcess;
  const before = process.env.PATH;
  path ??= pathWithUv();
  process.env.PATH = path;
  Object.assign(childProcess, { execFileSync: answer, spawn: refuse });
  try {
    return await action();
  } finally {
    Object.assign(childProcess, { execFileSync, spawn });
    process.env.PATH = before;
  }
}

function answer(_program: string, [command]: readonly string[]): string {
  return command === '--version' ? 'uv 0.10.11' : JSON.stringify(pythons);
}

function refuse(program: string, [command]: readonly string[], { cwd }: { cwd?: string }): unknown {
  const isEnvironment = command === 'venv';
  const message = isEnvironment ? '' : `${program} was refused in ${cwd ?? ''}\n`;
  const child = Object.assign(new EventEmitter(), {
    pid: 1,
    stdout: Readable.from([]),
    stderr: Readable.from([message]),
    kill: () => true,
  });
  setImmediate(() => {
    const code = isEnvironment ? 0 : 97;
    child.emit('exit', code, null);
    child.emit('close', code, null);
  });
  return child;
}
