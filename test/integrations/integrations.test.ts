import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { kindOf } from '../../server/src/documents/kinds.ts';
import { parseArguments } from '../../server/src/transports/cli/arguments.ts';
import { verify } from '../../server/src/transports/cli/verify.ts';
import { parseYaml, type Yaml } from './yaml.ts';

const read = (name: string) => fs.readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const at = (yaml: Yaml | undefined, ...keys: (string | number)[]) =>
  keys.reduce<Yaml | undefined>((value, key) => (value as Record<string | number, Yaml>)?.[key], yaml);

const action = parseYaml(read('action.yml'));
const [hook] = parseYaml(read('.pre-commit-hooks.yaml')) as Yaml[];

/** Runs the step as GitHub does, with an `npx` that writes down how it is called. */
function step(inputs: Record<string, string>): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preflight action '));
  const npx = path.join(folder, 'npx');
  fs.writeFileSync(npx, `#!/bin/sh\nfor one in "$@"; do printf '%s\\0' "$one"; done > "$CALLED"\n`, { mode: 0o755 });
  const called = path.join(folder, 'called');
  const env = Object.entries(at(action, 'runs', 'steps', 0, 'env') ?? {}).map(([name, template]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(String(template))?.[1] ?? '';
    return [name, inputs[input] ?? String(at(action, 'inputs', input, 'default'))];
  });
  const script = String(at(action, 'runs', 'steps', 0, 'run'));
  const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...Object.fromEntries(env), PATH: `${folder}:${process.env.PATH}`, CALLED: called },
  });
  const words = fs.existsSync(called) ? fs.readFileSync(called, 'utf8').split('\0').slice(0, -1) : [];
  fs.rmSync(folder, { recursive: true });
  expect(result).toMatchObject({ status: 0, stderr: '' });
  return words;
}

/** What `verify` understands of a call through npx. */
function understood(words: readonly string[]) {
  expect(words.slice(0, 5)).toEqual([
    '--yes',
    '--package',
    `vercel-python-preflight@${version}`,
    'vercel-preflight',
    'verify',
  ]);
  const { positionals, flags, values } = parseArguments(verify, words.slice(5));
  return { positionals, flags: [...flags], values: Object.fromEntries(values) };
}

describe.skipIf(process.platform === 'win32')('the GitHub Action', () => {
  it('checks the repository and annotates it unless told otherwise', () => {
    expect(understood(step({}))).toEqual({ positionals: ['.'], flags: [], values: { format: ['github'] } });
  });

  it('hands every input to an option that exists, word by word', () => {
    const inputs = {
      directory: 'my backend; touch x',
      format: 'sarif',
      output: 'out put.sarif',
      'fail-on': 'warning',
      rules: 'dotenv-at-import=off\n\n  builder-pinned=error\n',
      baseline: 'false',
    };
    expect(Object.keys(at(action, 'inputs') ?? {}).sort()).toEqual([...Object.keys(inputs), 'version'].sort());
    expect(understood(step(inputs))).toEqual({
      positionals: ['my backend; touch x'],
      flags: ['no-baseline'],
      values: {
        format: ['sarif'],
        output: ['out put.sarif'],
        'fail-on': ['warning'],
        rule: ['dotenv-at-import=off', 'builder-pinned=error'],
      },
    });
  });

  it('says what each input is for', () => {
    for (const [name, input] of Object.entries(at(action, 'inputs') ?? {})) {
      expect(String(at(input, 'description')), name).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('the pre-commit hook', () => {
  it('calls verify with options that exist', () => {
    const [program, ...words] = String(at(hook, 'entry')).split(' ');
    expect(program).toBe('npx');
    expect(understood(words)).toEqual({ positionals: [], flags: [], values: {} });
    expect(at(hook, 'pass_filenames')).toBe('false');
  });

  it('runs for every kind of file that is checked, and for no others', () => {
    const files = new RegExp(String(at(hook, 'files')));
    const checked = [
      'vercel.json',
      'runtime.txt',
      '.python-version',
      'pyproject.toml',
      'Pipfile',
      'Pipfile.lock',
      'requirements.txt',
      'requirements.in',
      'requirements-frozen.txt',
      '.vercel-preflight.toml',
      'main.py',
    ];
    for (const name of checked) {
      expect(kindOf(name), name).toBeDefined();
      expect([files.test(name), files.test(`backend/${name}`)], name).toEqual([true, true]);
    }
    for (const name of ['README.md', 'package.json', 'my-vercel.json', 'main.pyc', 'vercel.json5']) {
      expect(files.test(name), name).toBe(false);
    }
  });
});
