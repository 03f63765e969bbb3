import { describe, expect, it } from 'vitest';
import { asgiServer, fromVercel, serverWith } from '../http/servers.ts';
import { folderWith, run } from './run.ts';

const folder = await folderWith({
  'requirements.txt': 'flask\n',
  'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
});

describe('probe', () => {
  it('tells a person what answered, what failed and why', async () => {
    const { code, stdout, stderr } = await run(folder, ['probe', await asgiServer()]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/Something else than Vercel answers, with FastAPI on Python 3\./);
    expect(stdout).toMatch(/The first request took \d+ ms, the 5 after it \d+ ms in the middle/);
    expect(stdout).toMatch(/✓ \/ +200 application\/json +\d+ ms\n/);
    expect(stdout).toMatch(
      /✗ \/health +503 application\/json +\d+ ms\n +The health route answers 503 instead of 200\./,
    );
    expect(stdout).toContain('The OpenAPI document "Shop": 4 routes asked; 2 more need a parameter.');
    expect(stdout).toMatch(/2 of 5 routes failed\.\n$/);
  });

  it('asks the paths that are named', async () => {
    const named = ['--path', '/items', '--path', '/nowhere', '--format', 'json'];
    const { stdout } = await run(folder, ['probe', await asgiServer(), ...named]);
    expect(JSON.parse(stdout).checks.map(({ path }: { path: string }) => path)).toEqual(['/', '/items', '/nowhere']);
    const wrong = await run(folder, ['probe', 'https://example.org', '--path', 'items']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('Write paths that begin with one "/", such as /health, not "items".');
  });

  it('prints JSON, and compares with the files of DIR', async () => {
    const { code, stdout } = await run(folder, [
      'probe',
      await asgiServer(),
      '.',
      '--format',
      'json',
      '--timeout',
      '5',
    ]);
    expect(code).toBe(1);
    const { version, isVercel, checks, findings } = JSON.parse(stdout);
    expect({ version, isVercel, routes: checks.length }).toEqual({ version: 1, isVercel: false, routes: 5 });
    expect(findings.map(({ message }: { message: string }) => message)).toContain(
      'The files promise Flask, but FastAPI answered. The URL may belong to another project.',
    );
  });

  it('is content with a deployment that answers', async () => {
    const { url } = await serverWith((_request, response) => response.writeHead(200, fromVercel).end('hello'));
    const { code, stdout } = await run(folder, ['probe', url, '.']);
    expect(code).toBe(0);
    expect(stdout).toContain('Vercel answers. Nothing in the answers names the framework or the Python.');
    expect(stdout).toMatch(/The URL answers\.\n$/);
  });

  it('shows progress on a terminal alone, and never the query', async () => {
    const { url } = await serverWith((_request, response) => response.writeHead(200, fromVercel).end('hello'));
    const { stdout, stderr } = await run(folder, ['probe', `${url}/?token=s3cret`], { notesToTty: true });
    expect(stderr).toContain('GET /openapi.json ...');
    expect(stdout + stderr).not.toContain('s3cret');
  });
});
