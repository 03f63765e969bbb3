import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { verdictOf } from '../server/src/logs/report.ts';
import { explained } from './support/logs.ts';

const folder = path.resolve(import.meta.dirname, '../examples/logs');

/** Each example and its verdict. */
const verdicts: Readonly<Record<string, string | undefined>> = {
  'app-inside-try.log': 'entrypoint-without-application',
  'application-elsewhere.log': 'entrypoint-not-found',
  'connections-exhausted.log': 'database-connections-exhausted',
  'dashboard-export.csv.log': 'module-missing',
  'driver-from-source.log': 'postgres-driver-from-source',
  'everything-404.log': 'internal-rewrite-changed',
  'log-drain.jsonl.log': 'install-skipped',
  'mangum-handler.log': 'handler-not-a-class',
  'nothing-wrong.log': undefined,
  'old-python-pin.log': 'python-version-not-installed',
  'pip-in-a-script.log': 'environment-externally-managed',
  'read-only-in-one-line.log': 'read-only-file-system',
  'settings-incomplete.log': 'settings-incomplete',
  'too-large.log': 'bundle-too-large',
  'tools-only-pyproject.log': 'project-table-missing',
  'version-does-not-exist.log': 'dependency-version-missing',
  'windows-paths.log': 'file-not-in-deployment',
};

it('every example log has its verdict', async () => {
  const found: Record<string, string | undefined> = {};
  for (const name of fs.readdirSync(folder)) {
    const report = await explained(fs.readFileSync(path.join(folder, name), 'utf8'));
    found[name] = verdictOf(report)?.signature.name;
  }
  expect(found).toEqual(verdicts);
});

it('nothing in the example logs is left unexplained', async () => {
  for (const name of fs.readdirSync(folder)) {
    const { unexplained } = await explained(fs.readFileSync(path.join(folder, name), 'utf8'));
    expect({ name, unexplained: unexplained.first }).toEqual({ name, unexplained: [] });
  }
});
