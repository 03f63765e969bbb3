import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import functionPathNotRelative from '../../server/src/rules/runtime-config/functionPathNotRelative.ts';
import functionPatternTaken from '../../server/src/rules/runtime-config/functionPatternTaken.ts';
import functionPatternUnmatched from '../../server/src/rules/runtime-config/functionPatternUnmatched.ts';
import { type FileSet, reportOn, withChanges } from '../support/check.ts';

/** Asks Vercel's own detection, over real files, whether the keys of `functions` are taken, and our rules whether they are. */

const { detectBuilders } = createRequire(import.meta.url)('@vercel/fs-detectors') as {
  detectBuilders(
    files: readonly string[],
    manifest: null,
    options: object,
  ): Promise<{ errors: readonly { code: string; message: string }[] | null }>;
};

const texts: Readonly<Record<string, string>> = {
  'api/index.py': 'app = 1\n',
  'api/other.py': 'app = 1\n',
  'api/users/list.py': 'app = 1\n',
  'api/helper.py': 'x = 1\n',
  'api/ping.ts': 'export default () => {};\n',
  'main.py': 'app = 1\n',
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preflight-patterns-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
for (const [name, text] of Object.entries(texts)) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

const rules = [functionPathNotRelative, functionPatternTaken, functionPatternUnmatched];
const patterns = [
  ...['api/index.py', 'api/other.py', 'api/helper.py', 'api/ping.ts', 'api/gone.py', 'main.py', 'api/*.py'],
  ...['api/**', 'api/**/*.py', 'api/o*.py', '/api/index.py', './api/index.py', 'api/{index,other}.py', '*.py', 'api/*'],
];

function filesWith(functions: object): FileSet {
  const all = { ...texts, 'vercel.json': JSON.stringify({ framework: null, functions }, null, 2) };
  return new Map(Object.entries(all).map(([name, text]) => [name, { text, encoding: 'utf-8' as const }]));
}

async function refusalOf(functions: object): Promise<string | undefined> {
  const options = { functions, projectSettings: { framework: null }, featHandleMiss: true, workPath: folder };
  return (await detectBuilders(Object.keys(texts), null, options)).errors?.[0]?.code;
}

describe('the keys of functions', () => {
  it('are refused by Vercel where our rules say so, and taken after our safe fixes', async () => {
    const keys = fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(keys, async (names) => {
        const functions = Object.fromEntries(names.map((name, index) => [name, { maxDuration: index + 1 }]));
        const files = filesWith(functions);
        const { problems } = await reportOn(files, rules);
        expect(problems.map(({ severity }) => severity === 'error').includes(true)).toBe(
          (await refusalOf(functions)) !== undefined,
        );
        const [only, ...others] = problems;
        const fix = only?.fixes.find(({ safety }) => safety === 'safe');
        if (!only || !fix || others.length > 0 || only.rule.name !== functionPatternTaken.name) return;
        const after = JSON.parse(withChanges(files, fix.changes).get('vercel.json')?.text ?? '');
        expect(after.functions).toEqual(functions);
        expect(await refusalOf(after.functions)).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });
});
