/** Runs in the extension host of a browser, which is a worker. */
import 'mocha/mocha.js';
import { chosen, type Results, reporterInto } from './support/results.ts';
import { untilFolders } from './support/workspace.ts';

/** A worker has no files: the runner reads the results from this line. */
const marker = 'preflight-results ';

export async function run(): Promise<void> {
  await untilFolders();
  const results: Results = { passed: 0, failed: 0, skipped: 0 };
  const reporter = reporterInto(results) as Mocha.ReporterConstructor;
  mocha.setup({ ui: 'tdd', timeout: 60_000, reporter, ...chosen });
  await import('./suites/all.ts');
  await import('./suites/browser.ts');
  await new Promise((resolve) => mocha.run(resolve));
  console.log(marker + JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} of the worker's tests failed`);
}
