/** Types, layers of types, lint and format: each counts as one test. */
import { checks } from '../check.mjs';
import { noResults } from './results.mjs';

export async function run() {
  const results = noResults();
  for (const { name, run: runCheck } of checks) {
    const passed = runCheck();
    console.log(`  ${passed ? '✓' : '✗'} ${name}`);
    results[passed ? 'passed' : 'failed']++;
  }
  return results;
}
