/** Everything that runs without an editor: vitest on test/, the editor's own suites apart. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { inRoot, root } from '../paths.mjs';
import { orCrashed, readResults, resultsFile } from './results.mjs';

export async function run() {
  const file = await resultsFile('unit.json');
  const { status } = spawnSync(process.execPath, [inRoot('node_modules/vitest/vitest.mjs'), ...args(file)], {
    cwd: root,
    stdio: ['ignore', 1, 2],
  });
  const report = await readResults(file);
  const results = orCrashed(report && count(report));
  // An error outside any test fails the run, although no test counts it.
  const failed = status !== 0 && results.failed === 0 ? 1 : results.failed;
  return { ...results, failed, ...leftOut(results) };
}

/** The only tests that are ever skipped, and what they would need. */
function leftOut({ skipped }) {
  if (skipped === 0) return {};
  return {
    reason: `${skipped} that ask Vercel's own command line, which the registry did not give; VERCEL_PACKAGE would name its unpacked package`,
  };
}

function args(file) {
  // Neither what was built nor the editor that was installed here.
  const elsewhere = ['out/**', '.vscode-test/**'].flatMap((pattern) => ['--exclude', pattern]);
  return ['run', ...elsewhere, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}

/** A file that could not even be loaded holds no failed test, and is one failure all the same. */
function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloadable = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  });
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloadable.length,
    skipped: numPendingTests + numTodoTests,
  };
}
