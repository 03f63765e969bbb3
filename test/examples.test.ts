import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'preflight-examples-'));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

interface Report {
  readonly projects: readonly {
    readonly root: string;
    readonly problems: readonly { readonly rule: string; readonly area: string; readonly severity: string }[];
    readonly areas: readonly { readonly id: string; readonly status: string }[];
  }[];
}

/** Runs the built command line, as a user does. */
function preflight(...args: string[]) {
  const cli = path.join(root, 'dist/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function copyOf(example: string): string {
  const folder = fs.mkdtempSync(path.join(temporary, 'copy-'));
  fs.cpSync(path.join(root, 'examples', example), folder, { recursive: true });
  return folder;
}

const contentsOf = (folder: string) =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), fs.readFileSync(file, 'latin1')]),
  );

describe('examples/broken-backend', () => {
  it('fails, with nine rules over six areas', () => {
    const { status, stdout } = preflight('verify', path.join(root, 'examples/broken-backend'), '--format', 'json');
    expect(status).toBe(1);
    const report: Report = JSON.parse(stdout);
    expect(report.projects.map((project) => project.root)).toEqual(['backend']);
    const problems = report.projects.flatMap((project) => project.problems);
    expect(new Set(problems.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(9);
    expect(new Set(problems.map(({ area }) => area)).size).toBeGreaterThanOrEqual(6);
  });

  it('is mended by --fix as its author asked, and then by nothing more', () => {
    const folder = copyOf('broken-backend');
    preflight('verify', folder, '--fix');
    const backend = path.join(folder, 'backend');
    expect(fs.readFileSync(path.join(backend, 'runtime.txt'), 'utf8')).toBe('3.9.18\n');
    const handler = fs.readFileSync(path.join(backend, 'api_handler.py'), 'utf8');
    expect(handler.split('\n')).toContain('handler = Mangum(app)');
    expect(handler).not.toContain('def handler');
    expect(handler).toContain('# API Gateway calls this with its event.');
    expect(preflight('verify', folder, '--fail-on', 'error').status).toBe(0);

    const once = contentsOf(folder);
    preflight('verify', folder, '--fix');
    expect(contentsOf(folder)).toEqual(once);
  });

  it('leaves an entrypoint that the real builder finds', async () => {
    const folder = copyOf('broken-backend');
    preflight('verify', folder, '--fix');
    // The package's ES module does not load in Node 20.
    const { findAppOrHandler } = createRequire(import.meta.url)('@vercel/python-analysis') as {
      findAppOrHandler(source: string): Promise<string | null>;
    };
    const source = fs.readFileSync(path.join(folder, 'backend/api_handler.py'), 'utf8');
    expect(await findAppOrHandler(source)).toBe('app');
  });
});

describe('examples/good-backend', () => {
  it('has no problem at all', () => {
    const { status, stdout } = preflight(
      'verify',
      path.join(root, 'examples/good-backend'),
      '--format',
      'json',
      '--fail-on',
      'info',
    );
    const report: Report = JSON.parse(stdout);
    expect(report.projects.flatMap((project) => project.problems)).toEqual([]);
    expect(report.projects.flatMap((project) => project.areas).some(({ status: verdict }) => verdict === 'pass')).toBe(
      true,
    );
    expect(status).toBe(0);
  });
});
