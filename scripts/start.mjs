/**
 * `npm start`: sets up what is missing and verifies the example of a broken backend. `npm start -- PATH [options]` verifies
 * any folder, and ends as `vercel-preflight verify` does.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { inRoot, root } from './paths.mjs';
import { say, setUp } from './setup.mjs';

const example = 'examples/broken-backend';
const problemsFound = 1;

/** Runs the command line as it ships. */
function verify(args, cwd) {
  const { status } = spawnSync(process.execPath, [inRoot('dist', 'cli.js'), 'verify', ...args], {
    cwd,
    stdio: 'inherit',
  });
  return status ?? 3;
}

async function main(args) {
  await setUp();
  const [path] = args;
  // npm runs scripts in the folder of package.json and says where the user stands.
  if (path && !path.startsWith('-')) return verify(args, process.env.INIT_CWD ?? process.cwd());
  const status = verify([example, ...args], root);
  if (status !== problemsFound) return status;
  say(`\n${example} is broken on purpose. To verify a backend of yours: npm start -- PATH`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
