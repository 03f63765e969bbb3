import { describe, expect, it } from 'vitest';
import { patternSamples } from '../../server/src/text/patternSamples.ts';

describe('samples of a pattern', () => {
  it.each([
    ['^/old$', ['/old']],
    ['^/(.*)$', ['/', '/a', '/a/b', '/x.py']],
    ['^/(a|b)$', ['/a', '/b']],
    ['^/v\\d+/x\\.py$', ['/v1/x.py', '/v11/x.py']],
    ['^(?:/([^/]+?))?$', ['', '/0', '/aa', '/a-', '/00', '/-a', '/--']],
    ['^/(?!admin)x$', ['/x', '/adminx']],
    ['^/[0-9]{2}$', ['/00', '/000']],
    ['^/(?<slug>[a-z]?)b$', ['/b', '/ab']],
  ])('%s', (pattern, samples) => {
    expect(patternSamples(pattern)).toEqual(samples.slice(0, 12));
  });

  it.each(['^/(a)\\1$', '^(?<=a)b$', '/a{99}', '(', '[', '*a', '\\', '\\bx'])('none of %s', (pattern) => {
    expect(patternSamples(pattern)).toBeUndefined();
  });

  it('fit the pattern, where it looks at nothing ahead', () => {
    for (const pattern of [
      '^/api/(?:[^/]+?)(?:/([^/]+?))*/?$',
      '^/(?:en|de)(/.*)?$',
      '^/[^.]+\\.(?:py|js)$',
      '^/a+b?c*$',
    ]) {
      const samples = patternSamples(pattern) ?? [];
      expect(samples.length, pattern).toBeGreaterThan(1);
      const fitting = samples.filter((sample) => new RegExp(pattern).test(sample));
      expect(fitting.length, pattern).toBeGreaterThan(samples.length / 2);
    }
  });

  it('are few, whatever the pattern', () => {
    expect(patternSamples('^(?:/(a|b|c|d))(?:/(a|b|c|d))(?:/(a|b|c|d))?(?:/[^/]+)*$')?.length).toBeLessThanOrEqual(12);
    expect(patternSamples('(((((((((.*)+)*)+)*)+)*)+)*)')?.length).toBeLessThanOrEqual(12);
  });
});
