/** What a suite tells its runner. `scripts/suites/results.mjs` reads it. */
export interface Results {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of a Mocha test that a report needs. */
interface ReportedTest {
  fullTitle(): string;
  readonly duration?: number;
}

/** The part of a Mocha runner that a report needs; the same in Node.js and in a worker. */
interface ReportedRunner {
  on(event: 'pass' | 'pending', listener: (test: ReportedTest) => void): unknown;
  on(event: 'fail', listener: (test: ReportedTest, error: Error) => void): unknown;
}

/** A Mocha reporter that prints one line a test and counts into `results`. */
export function reporterInto(results: Results): new (runner: ReportedRunner) => object {
  return class LineReporter {
    constructor(runner: ReportedRunner) {
      runner.on('pass', (test) => {
        results.passed++;
        console.log(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      });
      runner.on('pending', (test) => {
        results.skipped++;
        console.log(`  - ${test.fullTitle()} (skipped)`);
      });
      runner.on('fail', (test, error) => {
        results.failed++;
        console.log(`  ✗ ${test.fullTitle()}\n${error.stack ?? String(error)}`);
      });
    }
  };
}

/** What the runner was asked to leave in (`--grep`); everything unless it was. */
export const chosen: { readonly grep?: string } = PREFLIGHT_GREP === '' ? {} : { grep: PREFLIGHT_GREP };

declare const PREFLIGHT_GREP: string;
