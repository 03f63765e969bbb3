/** `npm run check`: what a compiler and a linter can tell. The core is also compiled alone, without Node.js or a browser. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { inRoot, root } from './paths.mjs';

const node = (name, ...command) => ({ name, run: () => runNode(command) });

export const checks = [
  node('the core compiles by itself', 'node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.core.json'),
  node('everything compiles', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'),
  node(
    'lint and format',
    'node_modules/@biomejs/biome/bin/biome',
    'ci',
    '--error-on-warnings',
    '--diagnostic-level=warn',
    '--colors=off',
  ),
];

function runNode([script, ...args]) {
  return spawnSync(process.execPath, [inRoot(script), ...args], { cwd: root, stdio: ['ignore', 1, 2] }).status === 0;
}

if (process.argv[1] === import.meta.filename) {
  const { setUp } = await import('./setup.mjs');
  await setUp({ build: false });
  const failed = checks.filter(({ run }) => !run());
  for (const { name } of failed) console.error(`Failed: ${name}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
