import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryOf, inside, isWithin, join, nameOf, relativeTo, upTo } from '../../server/src/project/paths.ts';

describe('join', () => {
  it.each([
    ['', 'a.py', 'a.py'],
    ['backend', './api/x.py', 'backend/api/x.py'],
    ['backend', '../a.py', 'a.py'],
    ['backend', 'api\\x.py', 'backend/api/x.py'],
    ['mein Projekt/ü', 'a b.py', 'mein Projekt/ü/a b.py'],
    ['a', '/b//c/', 'a/b/c'],
    ['a', '.', 'a'],
  ])('%s + %s = %s', (directory, path, expected) => {
    expect(join(directory, path)).toBe(expected);
  });

  it('does not leave the workspace folder', () => {
    expect(join('a', '../../b')).toBeUndefined();
    expect(join('', '..')).toBeUndefined();
  });
});

describe('paths', () => {
  const part = fc.stringMatching(/^[a-zA-Z0-9 _.ü-]{1,6}$/).filter((text) => text !== '.' && text !== '..');

  it('come apart and together again', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const path = parts.join('/');
        expect(inside(directoryOf(path), nameOf(path))).toBe(path);
        for (const folder of upTo(directoryOf(path), '')) {
          expect(isWithin(path, folder)).toBe(true);
          expect(inside(folder, relativeTo(folder, path))).toBe(path);
        }
      }),
    );
  });

  it('lead up to the top and no further', () => {
    expect(upTo('a/b/c', 'a')).toEqual(['a/b/c', 'a/b', 'a']);
    expect(upTo('a/b', '')).toEqual(['a/b', 'a', '']);
    expect(upTo('', '')).toEqual(['']);
  });

  it('do not take a folder for another one whose name begins alike', () => {
    expect(isWithin('backend2/a.py', 'backend')).toBe(false);
    expect(isWithin('backend', 'backend')).toBe(true);
  });
});
