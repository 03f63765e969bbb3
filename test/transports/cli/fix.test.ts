import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from './run.ts';

const textOf = (folder: string, file: string) => readFile(path.join(folder, file), 'utf8');
/** Every file below `folder`, so that nothing half-written goes unseen. */
const namesIn = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

describe('verify --fix', () => {
  it('applies safe fixes until none is left, and nothing the second time', async () => {
    const folder = await folderWith({ 'api/vercel.json': '{}', 'api/runtime.txt': 'slow slow\r\nslower\r\n' });
    const first = await run(folder, ['verify', '--fix', '--fail-on', 'info']);
    expect(first).toMatchObject({ code: 0, stderr: 'changed api/runtime.txt\nFixed 3 problems in 1 file.\n' });
    expect(await textOf(folder, 'api/runtime.txt')).toBe('fast fast\r\nfast\r\n');
    const { mtimeMs } = await stat(path.join(folder, 'api/runtime.txt'));
    const second = await run(folder, ['verify', '--fix']);
    expect(second).toEqual({ ...first, stderr: 'Nothing to fix.\n' });
    expect((await stat(path.join(folder, 'api/runtime.txt'))).mtimeMs).toBe(mtimeMs);
    expect(await namesIn(folder)).toEqual(['api', 'api/runtime.txt', 'api/vercel.json']);
  });

  it('leaves unsafe fixes alone until they are asked for, which may create and delete files', async () => {
    const folder = await folderWith({ 'vercel.json': '{ "builds": [] }', 'old.txt': 'x', 'runtime.txt': 'slow' });
    expect(await run(folder, ['verify', '--fix'])).toMatchObject({ code: 1 });
    expect(await textOf(folder, 'vercel.json')).toBe('{ "builds": [] }');
    const { code, stderr } = await run(folder, ['verify', '--fix-unsafe']);
    expect(code).toBe(0);
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'Fixed 1 problem in 3 files.',
      'changed vercel.json',
      'created new folder/.python-version',
      'deleted old.txt',
    ]);
    expect(await textOf(folder, 'vercel.json')).toBe('{ "built": [] }');
    expect(await textOf(folder, 'new folder/.python-version')).toBe('3.12\n');
    expect(await namesIn(folder)).toEqual(['new folder', 'new folder/.python-version', 'runtime.txt', 'vercel.json']);
  });

  it('does not fix what a rule that is off would say', async () => {
    const folder = await folderWith({ 'runtime.txt': 'slow' });
    const { code, stdout, stderr } = await run(folder, ['verify', '--fix', '--rule', 'slow-word=off']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Nothing to fix.\n' });
    expect(stdout).toContain('No problems.');
    expect(await textOf(folder, 'runtime.txt')).toBe('slow');
  });

  it('keeps the mode of a file and how it is encoded', async () => {
    const utf16 = Buffer.from('\ufeffslow\r\n', 'utf16le');
    const folder = await folderWith({
      'a/vercel.json': '{}',
      'a/runtime.txt': utf16,
      'b/vercel.json': '{}',
      'b/runtime.txt': '\ufeffslow',
    });
    await chmod(path.join(folder, 'a/runtime.txt'), 0o640);
    await run(folder, ['verify', '--fix']);
    expect(await readFile(path.join(folder, 'a/runtime.txt'))).toEqual(Buffer.from('\ufefffast\r\n', 'utf16le'));
    expect((await stat(path.join(folder, 'a/runtime.txt'))).mode & 0o777).toBe(0o640);
    expect(await textOf(folder, 'b/runtime.txt')).toBe('\ufefffast');
  });

  it('leaves a file alone that would lose bytes', async () => {
    const latin1 = Buffer.from('slow caf\xe9\n', 'latin1');
    const folder = await folderWith({ 'runtime.txt': latin1 });
    const { code, stdout } = await run(folder, ['verify', '--fix', '--fail-on', 'warning']);
    expect(code).toBe(1);
    expect(stdout).toContain('slow caf\uFFFD');
    expect(await readFile(path.join(folder, 'runtime.txt'))).toEqual(latin1);
  });

  it('writes all or nothing: a read-only file stops it before anything changes', async () => {
    const folder = await folderWith({
      'a/vercel.json': '{}',
      'a/runtime.txt': 'slow',
      'b/vercel.json': '{}',
      'b/runtime.txt': 'slow',
    });
    await chmod(path.join(folder, 'b/runtime.txt'), 0o444);
    const { code, stdout, stderr } = await run(folder, ['verify', '--fix']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe(
      'b/runtime.txt is read-only, so nothing was changed. Make it writable, or leave out the fixes.\n',
    );
    expect(await textOf(folder, 'a/runtime.txt')).toBe('slow');
    expect(await namesIn(folder)).toHaveLength(6);
  });

  it('leaves nothing behind when a file cannot be written', async () => {
    const folder = await folderWith({
      'runtime.txt': 'slow',
      'vercel.json': '{ "builds": [] }',
      'new folder': 'a file',
    });
    const { code, stderr } = await run(folder, ['verify', '--fix-unsafe']);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^new folder\/\.python-version cannot be written: a file of the name of a folder is in the way\. Nothing was changed\.\n$/,
    );
    expect(await namesIn(folder)).toEqual(['new folder', 'runtime.txt', 'vercel.json']);
    expect(await textOf(folder, 'runtime.txt')).toBe('slow');
  });

  it('follows a link to a file, and writes nothing outside of the folder', async () => {
    const folder = await folderWith({ 'real/words': 'slow', 'api/vercel.json': '{}', 'outside/vercel.json': '{}' });
    await symlink('../real/words', path.join(folder, 'api/runtime.txt'));
    await run(folder, ['verify', '--fix']);
    expect(await textOf(folder, 'real/words')).toBe('fast');
    await writeFile(path.join(folder, 'real/words'), 'slow');
    const { code, stderr } = await run(folder, ['verify', 'api', '--fix']);
    expect(code).toBe(3);
    expect(stderr).toBe('api/runtime.txt lies outside of api, so nothing was changed. Mend it where it lies.\n');
    expect(await textOf(folder, 'real/words')).toBe('slow');
  });

  it('fixes a file once that lies in two roots', async () => {
    const folder = await folderWith({
      'vercel.json': '{}',
      'runtime.txt': 'slow',
      'api/vercel.json': '{}',
      'api/runtime.txt': 'slow',
    });
    expect((await run(folder, ['verify', '--fix'])).stderr).toContain('Fixed 2 problems in 2 files.');
    expect(await textOf(folder, 'api/runtime.txt')).toBe('fast');
  });
});

describe('verify', () => {
  it('exits with 1 from the severity on that is asked for', async () => {
    const folder = await folderWith({ 'runtime.txt': 'slow' });
    const codeOf = async (...argv: string[]) => (await run(folder, ['verify', ...argv])).code;
    expect(await codeOf()).toBe(0);
    expect(await codeOf('--fail-on', 'warning')).toBe(1);
    expect(await codeOf('--fail-on', 'info')).toBe(1);
    expect(await codeOf('--fail-on', 'warning', '--rule', 'slow-word=info')).toBe(0);
    expect(await codeOf('--rule', 'slow-word=error')).toBe(1);
    expect(await codeOf('--fail-on', 'never', '--rule', 'slow-word=error')).toBe(0);
  });

  it('writes the report to a file, plain and alone', async () => {
    const folder = await folderWith({ 'runtime.txt': 'slow' });
    const plain = await run(folder, ['verify']);
    const { code, stdout } = await run(folder, ['verify', '--output', 'report.txt'], { isTty: true });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(await textOf(folder, 'report.txt')).toBe(plain.stdout);
    expect(await run(folder, ['verify', '--output', 'gone/report.txt'])).toEqual({
      code: 3,
      stdout: '',
      stderr: 'The report cannot be written to gone/report.txt: no such file or folder.\n',
    });
  });

  it('walks folders that link to each other to an end', async () => {
    const folder = await folderWith({ 'a/vercel.json': '{}', 'a/runtime.txt': 'slow', 'b/x.py': '' });
    await symlink('../b', path.join(folder, 'a/b'));
    await symlink('../a', path.join(folder, 'b/a'));
    await symlink('.', path.join(folder, 'self'));
    await symlink('nowhere', path.join(folder, 'gone.py'));
    await mkdir(path.join(folder, 'vercel.json'));
    const { code, stdout } = await run(folder, ['verify', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).projects.map(({ root }: { root: string }) => root)).toEqual(['a', 'b/a']);
  });
});

describe('resolve', () => {
  it('answers for the folder itself and the roots below it, with reasons', async () => {
    const folder = await folderWith({
      'requirements.txt': 'fastapi\n',
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      'api/vercel.json': '{}',
      'api/runtime.txt': '3.9\n',
    });
    const { code, stdout } = await run(folder, ['resolve']);
    expect(code).toBe(0);
    const [first = '', second = ''] = stdout.split('\n\n');
    expect(first).toContain(path.basename(folder));
    expect(first).toMatch(/\n {2}Python {4}3\.12\n {12}\S/);
    expect(first).toMatch(/\n {2}Installs {2}requirements\.txt\n/);
    expect(first).toMatch(/\n {2}Serves {4}app of main\.py \(ASGI\)\n {12}\S/);
    expect(second).toMatch(/^api\n/);
    const { projects } = JSON.parse((await run(folder, ['resolve', '--format', 'json'])).stdout);
    expect(projects).toHaveLength(2);
    expect(projects[0]).toMatchObject({
      root: '.',
      mode: 'framework',
      framework: 'fastapi',
      python: { version: '3.12', source: null, requested: null },
      install: { source: 'requirements.txt', ignored: [] },
      functions: [{ path: 'main.py', variable: 'app', interface: 'asgi' }],
      errors: [],
    });
    expect(projects[1].root).toBe('api');
  });
});
