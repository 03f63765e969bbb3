import { describe, expect, it } from 'vitest';
import { folderWith, run } from './run.ts';

const folder = await folderWith({
  'backend/vercel.json': '{\n  "env": { "MODE": "s3cret" }\n}\n',
  'backend/.vercel/project.json': '{ "projectId": "p", "orgId": "o" }',
  'backend/.vercel/.env.production.local': 'VERCEL="1"\nSPARE="s3cret"\n',
  'backend/.env.local': 'SECRET_KEY=s3cret\n',
  'backend/requirements.txt': 'fastapi\n',
  'backend/main.py': 'import os\napp = os.environ["SECRET_KEY"]\nMODE = os.getenv("MODE")\n',
});

describe('env', () => {
  it('lists what is read, where it is set and what is missing', async () => {
    expect(await run(folder, ['env'])).toEqual({
      code: 1,
      stderr: '',
      stdout: `backend

The code reads 2 variables. SECRET_KEY is not set for production, and the application does not start without it.

  MODE        set, read at import
      read in backend/main.py:3
      set in backend/vercel.json:2, for functions
  SECRET_KEY  MISSING for production, required at import
      read in backend/main.py:2
      set in backend/.env.local:1, on this machine only

Set, but read by no deployed code by its name. A package may read it.
  SPARE  set in backend/.vercel/.env.production.local:2, for production, as last pulled
`,
    });
  });

  it('prints JSON with zero-based ranges, and no value', async () => {
    const { code, stdout } = await run(folder, ['env', 'backend', '--format', 'json']);
    expect(code).toBe(1);
    expect(stdout).not.toContain('s3cret');
    const { version, projects } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(projects[0]).toMatchObject({
      root: '.',
      pulled: { environment: 'production', file: '.vercel/.env.production.local' },
    });
    expect(projects[0].variables[1]).toEqual({
      name: 'SECRET_KEY',
      status: 'missing',
      required: true,
      reads: [
        {
          file: 'main.py',
          range: { start: { line: 1, character: 6 }, end: { line: 1, character: 30 } },
          atImport: true,
          required: true,
        },
      ],
      set: [
        {
          kind: 'local-file',
          file: '.env.local',
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } },
        },
      ],
    });
  });

  it('is content where nothing is known to be missing, in a folder without evidence too', async () => {
    const plain = await folderWith({
      'main.py': 'import os\napp = os.environ["TOKEN"]\n',
      'requirements.txt': 'flask\n',
    });
    const { code, stdout } = await run(plain, ['env', '.']);
    expect(code).toBe(0);
    expect(stdout).toContain('no file tells whether TOKEN is set, which the import needs.');
  });
});
