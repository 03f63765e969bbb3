/**
 * `npm test`: sets up what is missing and runs everything that can run on this machine. What cannot is named, with the
 * reason. The last line sums up all suites.
 *
 *     npm test -- --only=unit,check     some of them: check, unit, editor, web, window
 *     npm test -- --only=web --grep=tasks   of the suites in an editor, the tests with this in their title
 *     npm test -- --images              the window's pictures go to docs/images
 */
import process from 'node:process';
import { say, setUp } from './setup.mjs';

const titles = {
  check: 'Types and lint',
  unit: 'Unit and differential tests',
  editor: 'VS Code',
  web: 'VS Code in a browser, the server in a worker',
  window: 'The packaged extension, driven like a person would',
};

/** The suites that were asked for. */
function selected(flags) {
  const only = flags.find((flag) => flag.startsWith('--only='));
  if (!only) return Object.keys(titles);
  const names = only.slice('--only='.length).split(',');
  const unknown = names.filter((name) => !(name in titles));
  if (unknown.length === 0) return names;
  say(`There is no suite "${unknown.join(', ')}". There are: ${Object.keys(titles).join(', ')}.`);
  process.exit(2);
}

/** One suite: its results, or why it was left out. A suite that dies has failed, and the others still run. */
async function runSuite(name, flags) {
  console.log(`\n${titles[name]}`);
  try {
    const suite = await import(`./suites/${name}.mjs`);
    const reason = await suite.unavailable?.();
    if (reason) return { passed: 0, failed: 0, skipped: 1, reason };
    return await suite.run(flags);
  } catch (error) {
    console.log(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function main(flags) {
  const names = selected(flags);
  await setUp();
  const { sum } = await import('./suites/results.mjs');
  const all = [];
  for (const name of names) all.push({ name, ...(await runSuite(name, flags)) });
  console.log('');
  for (const { name, reason } of all) if (reason) console.log(`Left out: ${titles[name]}: ${reason}.`);
  for (const { name, failed } of all) if (failed) console.log(`Failed: ${titles[name]} (${failed})`);
  const { passed, failed, skipped } = sum(all);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main(process.argv.slice(2));
