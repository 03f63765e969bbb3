/** Runs in the extension host of a desktop editor, or of a remote one. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { chosen, type Results, reporterInto } from './support/results.ts';
import { untilFolders } from './support/workspace.ts';

export async function run(): Promise<void> {
  await untilFolders();
  const { default: Mocha } = await import('mocha');
  const results: Results = { passed: 0, failed: 0, skipped: 0 };
  const reporter = reporterInto(results) as Mocha.ReporterConstructor;
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter, ...chosen });
  // The suites are bundled with this file, so Mocha cannot load them: it only lends them its words.
  mocha.suite.emit('pre-require', globalThis, 'suites', mocha);
  await (process.env.PREFLIGHT_SUITES === 'silent' ? import('./suites/silent.ts') : severalFolders());
  await new Promise((resolve) => mocha.run(resolve));
  if (process.env.PREFLIGHT_RESULTS) writeFileSync(process.env.PREFLIGHT_RESULTS, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} of the editor's tests failed`);
}

async function severalFolders(): Promise<void> {
  await import('./suites/all.ts');
  // Only here can a process be started.
  await import('./suites/fetchedLogs.ts');
  await import('./suites/desktop.ts');
}
