import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Machine } from '../../client/src/vercelCli.ts';

/** A stand-in for `vercel` that runs `script`, with the machine it is installed on. */
export async function standIn(script: string): Promise<{ machine: Machine; folder: string; executable: string }> {
  const home = await mkdtemp(path.join(tmpdir(), "it's a $(machine) "));
  const folder = path.join(home, 'my project');
  await mkdir(folder);
  const executable = path.join(home, 'vercel');
  await writeFile(executable, `#!${process.execPath}\n${script}\n`);
  await chmod(executable, 0o755);
  const environment = { PATH: ['', '.', 'bin', home].join(path.delimiter), MARK: 'kept' };
  return { machine: { platform: 'linux', environment }, folder, executable };
}
