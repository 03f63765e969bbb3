/** What every suite returns, and where the suites put what they make. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Results */

/** @returns {Results} */
export const noResults = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Results[]} all @returns {Results} */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    noResults(),
  );
}

/** A file that one suite writes its results into, without those of an earlier run. */
export async function resultsFile(name) {
  await mkdir(inRoot('out', 'results'), { recursive: true });
  const file = inRoot('out', 'results', name);
  await rm(file, { force: true });
  return file;
}

/**
 * A suite that died before it could count has one failure; so has one that counted nothing, unless the tests were chosen by
 * their titles.
 */
export function orCrashed(results, mayBeEmpty = false) {
  const counted = results && (mayBeEmpty || results.passed + results.failed + results.skipped > 0);
  return counted ? results : { ...noResults(), failed: 1 };
}

/**
 * Runs `action` until the suite inside has counted something, at most three times: an editor that does not come up has
 * run no test at all. A test that fails is counted, and never run again.
 */
export async function untilCounted(action, flags = [], attempts = 3) {
  const results = await action().catch((error) => console.log(String(error.message)));
  const isChosen = flags.some((flag) => flag.startsWith('--grep='));
  if (results || attempts === 1) return orCrashed(results, isChosen);
  console.log('The editor ended before it ran a test; starting it again ...');
  return untilCounted(action, flags, attempts - 1);
}

/** Reads what a suite wrote; `undefined` when it wrote nothing. */
export async function readResults(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Runs `action` with a fresh folder, and removes the folder afterwards. */
export async function withTemporaryFolder(action) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'preflight-'));
  try {
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
