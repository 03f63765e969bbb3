import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

it('the rule index and the rule pages are what `npm run generate` writes', () => {
  const script = path.resolve(import.meta.dirname, '../scripts/generate.mjs');
  const stale = run(script);
  expect(stale).toBe('');
});

function run(script: string): string {
  try {
    return execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' }).trim();
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : String(error);
  }
}
