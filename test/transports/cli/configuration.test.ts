import { describe, expect, it } from 'vitest';
import { folderWith, run } from './run.ts';

const slow = { 'vercel.json': '{}', 'runtime.txt': 'slow\n' };
const withFile = (text: string) => ({ ...slow, '.vercel-preflight.toml': text });

describe('verify reads the configuration', () => {
  it.each([
    ['a warning by default', slow, [], 0],
    ['a warning with fail-on', withFile('fail-on = "warning"\n'), [], 1],
    ['the option goes before fail-on', withFile('fail-on = "warning"\n'), ['--fail-on', 'error'], 0],
    ['a warning made an error', withFile('rules.slow-word = "error"\n'), [], 1],
    ['an option goes before the severity', withFile('rules.slow-word = "error"\n'), ['--rule', 'slow-word=info'], 0],
    ['an option turns on what is off', withFile('rules.slow-word = "off"\n'), ['--rule', 'slow-word=error'], 1],
    ['a rule switched off', withFile('fail-on = "info"\nrules.slow-word = "off"\n'), [], 0],
    ['a fail-on that is none', withFile('fail-on = "sometimes"\n'), [], 0],
  ])('%s', async (_name, files, argv, code) => {
    expect((await run(await folderWith(files), ['verify', ...argv])).code).toBe(code);
  });

  it('of each root by itself', async () => {
    const roots = Object.entries({ 'a/.vercel-preflight.toml': 'fail-on = "warning"\n', 'b/vercel.json': '{}' });
    const strict = await folderWith({ ...Object.fromEntries(roots), 'a/runtime.txt': 'slow' });
    const lax = await folderWith({ ...Object.fromEntries(roots), 'b/runtime.txt': 'slow' });
    expect((await run(strict, ['verify'])).code).toBe(1);
    expect((await run(lax, ['verify'])).code).toBe(0);
  });

  it.each(['json', 'sarif', 'github', 'markdown', 'text'])('for the format %s too', async (format) => {
    const shown = async (files: Record<string, string>, ...argv: string[]) =>
      (await run(await folderWith(files), ['verify', '--format', format, ...argv])).stdout;
    expect(await shown(slow)).toContain('slow');
    expect(await shown(slow)).toMatch(/warning/i);
    expect(await shown(withFile('rules.slow-word = "off"\n'))).not.toContain('This is slow');
    expect(await shown(slow, '--rule', 'slow-word=off')).not.toContain('This is slow');
    expect(await shown(slow, '--rule', 'slow-word=error')).toMatch(/error|fail/i);
  });

  it('for --fix too: a rule that is off mends nothing', async () => {
    const { stderr } = await run(await folderWith(withFile('rules.slow-word = "off"\n')), ['verify', '--fix']);
    expect(stderr).toContain('Nothing to fix.');
  });
});
