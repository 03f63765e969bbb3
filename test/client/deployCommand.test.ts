import { describe, expect, it } from 'vitest';
import {
  deployCommand,
  deploymentNamed,
  errorHeadline,
  errorList,
  rollbackCommand,
} from '../../client/src/deployCommand.ts';
import { contributes } from '../../package.json';

describe('what is run to deploy', () => {
  it('names production only where production is meant', () => {
    expect(deployCommand('production')).toEqual({ program: 'vercel', arguments: ['deploy', '--prod', '--logs'] });
    expect(deployCommand('preview')).toEqual({ program: 'vercel', arguments: ['deploy', '--logs'] });
  });

  it('names the deployment to go back to', () => {
    expect(rollbackCommand('dpl_1')).toEqual({ program: 'vercel', arguments: ['rollback', 'dpl_1'] });
  });
});

describe('a deployment', () => {
  it.each([
    ['my-app-abc123.vercel.app', 'my-app-abc123.vercel.app'],
    [' https://my-app.vercel.app/ ', 'my-app.vercel.app'],
    ['dpl_Fk3xYz', 'dpl_Fk3xYz'],
  ])('is named by %s', (text, name) => {
    expect(deploymentNamed(text)).toBe(name);
  });

  it.each(['', '--yes', '-y', 'a b.app', 'x.app; rm -rf ~', '$(id).app', 'x.app/path', 'app', 'dpl_'])(
    'is not named by "%s"',
    (text) => {
      expect(deploymentNamed(text)).toBeUndefined();
    },
  );
});

describe('what stops a deployment', () => {
  it('is listed, the first five by name', () => {
    const errors = Array.from({ length: 7 }, (_, index) => ({ message: `It is ${index}.`, path: 'main.py' }));
    expect(errorList(errors.slice(0, 1))).toBe('main.py: It is 0.');
    expect(errorList(errors).split('\n').slice(-2)).toEqual(['main.py: It is 4.', 'and 2 more']);
    expect(errorHeadline('backend', 1)).toBe('backend is not ready to deploy: 1 error.');
  });
});

describe('the problem matcher', () => {
  const [matcher] = contributes.problemMatchers;
  const pattern = new RegExp(matcher?.pattern.regexp ?? '');

  it.each([
    ['Error: Invalid vercel.json file provided', 'vercel.json', 'Invalid vercel.json file provided'],
    [
      '2026-11-25T10:00:00.000Z  Error: No `app` found in api/index.py.',
      'api/index.py',
      'No `app` found in api/index.py.',
    ],
  ])('finds the file in %s', (line, file, message) => {
    expect(pattern.exec(line)?.slice(1)).toEqual([message, file]);
  });

  it.each(['Error: Command "pip" exited with 1', 'vercel.json is fine', 'Error: see https://vercel.com/docs'])(
    'leaves %s alone',
    (line) => {
      expect(pattern.test(line)).toBe(false);
    },
  );
});
