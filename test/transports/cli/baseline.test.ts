import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from './run.ts';

const name = '.vercel-preflight-baseline.json';
const strict = ['verify', '--fail-on', 'info'];

describe('verify --write-baseline', () => {
  it('writes the problems of each root, which are then passed over until they are asked for', async () => {
    const folder = await folderWith({
      'a/vercel.json': '{}',
      'a/runtime.txt': 'slow\n',
      'b/vercel.json': '{ "builds": [] }',
      'c/vercel.json': '{}',
    });
    const first = await run(folder, [...strict, '--write-baseline']);
    expect(first.code).toBe(0);
    expect(first.stderr).toBe(
      `created a/${name}\ncreated b/${name}\nNote: a/${name} passes over 1 problem.\nNote: b/${name} passes over 1 problem.\n`,
    );
    expect((await run(folder, strict)).code).toBe(0);
    expect((await run(folder, [...strict, '--write-baseline'])).stderr).not.toMatch(/created|changed/);
    const all = await run(folder, [...strict, '--no-baseline', '--format', 'json']);
    expect(all).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(all.stdout).summary).toEqual({ errors: 1, warnings: 1, infos: 0 });
  });

  it('reports what is new, and says what is gone', async () => {
    const folder = await folderWith({ 'vercel.json': '{}', 'runtime.txt': 'slow\n' });
    await run(folder, ['verify', '--write-baseline']);
    await writeFile(path.join(folder, 'runtime.txt'), '\nslow slow\n');
    const more = await run(folder, [...strict, '--format', 'json']);
    expect(more.code).toBe(1);
    expect(JSON.parse(more.stdout).projects[0].problems).toHaveLength(1);
    await writeFile(path.join(folder, 'runtime.txt'), 'fast\n');
    const { code, stderr } = await run(folder, strict);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `Note: ${name} holds 1 problem that is gone. Write it again: \`vercel-preflight verify --write-baseline\`.\n`,
    );
    expect((await run(folder, ['verify', '--write-baseline'])).stderr).toContain(`changed ${name}`);
    expect(JSON.parse(await readFile(path.join(folder, name), 'utf8'))).toEqual({ version: 1, problems: [] });
  });

  it('is left out, and this is said, where it is none', async () => {
    const folder = await folderWith({ 'vercel.json': '{}', 'runtime.txt': 'slow\n', [name]: '{ "version": 1, ' });
    const { code, stderr } = await run(folder, strict);
    expect(code).toBe(1);
    expect(stderr).toContain(`Note: ${name} is no baseline and was left out.`);
  });

  it('hides no build that would stop', async () => {
    const folder = await folderWith({ 'vercel.json': '{', 'runtime.txt': 'slow\n' });
    expect((await run(folder, ['verify', '--write-baseline'])).code).toBe(1);
  });

  it('keeps nothing from being mended', async () => {
    const folder = await folderWith({ 'vercel.json': '{}', 'runtime.txt': 'slow\n' });
    await run(folder, ['verify', '--write-baseline']);
    await run(folder, ['verify', '--fix']);
    expect(await readFile(path.join(folder, 'runtime.txt'), 'utf8')).toBe('fast\n');
  });
});
