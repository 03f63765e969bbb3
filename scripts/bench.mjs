/** `npm run bench`: runs the benchmarks, which start from bench/main.ts. What follows `--` is handed to them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { inRoot, root } from './paths.mjs';
import { say, setUp } from './setup.mjs';

const entry = inRoot('bench', 'main.ts');
const bundle = inRoot('out', 'bench', 'main.cjs');

async function main(args) {
  if (!existsSync(entry)) {
    say('There are no benchmarks: bench/main.ts does not exist.');
    return 0;
  }
  await setUp();
  const { buildForNode } = await import('./build.mjs');
  await buildForNode(entry, bundle);
  const status = spawnSync(process.execPath, [bundle, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
  const { benchActivation } = await import('./activation.mjs');
  await benchActivation();
  return status;
}

process.exitCode = await main(process.argv.slice(2));
