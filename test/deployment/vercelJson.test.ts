import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../support/seed.ts';
import { routeFaultsOf } from '../../server/src/deployment/vercelJson/routeFaults.ts';
import { vercelJsonErrorsOf } from '../../server/src/deployment/vercelJson/vercelJsonErrors.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { parseVercelJson, type VercelJson } from '../../server/src/documents/vercelJson.ts';
import { textAt } from '../../server/src/text/span.ts';

/** Each error as the text it points at and the end of its message. */
function errorsIn(text: string): string[] {
  return vercelJsonErrorsOf(documentOf(text)).map(({ span, message }) => `${textAt(text, span)} ${message}`);
}

function documentOf(text: string): VercelJson {
  return parseVercelJson(utf8(text));
}

describe('errors of vercel.json', () => {
  it.each([150, 100_000])('survive brackets that nest %i deep', (depth) => {
    const value = `${'[{"b":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;
    const text = `{ "rewrites": [], "a": ${value}, "cleanUrls": "yes" }`;
    expect(errorsIn(text).at(0)).toContain('Invalid vercel.json');
    expect(errorsIn(`{ "cleanUrls": "yes", "a": ${'['.repeat(depth)}`)).toEqual([]);
    expect(JSON.stringify(documentOf(text).root?.children?.at(2)?.offset)).toBe(String(text.indexOf('"cleanUrls"')));
  });

  it('point at the key that may not be there', () => {
    expect(errorsIn('{ "functions": { "a.py": { "timeout": 3 } } }')).toEqual([
      '"timeout" Invalid vercel.json - `functions[\'a.py\']` should NOT have additional property `timeout`. Please remove it.',
    ]);
  });

  it('point at the value of a wrong type', () => {
    expect(errorsIn('{ "cleanUrls": "yes" }')).toEqual(['"yes" Invalid vercel.json - `cleanUrls` should be boolean.']);
  });

  it('point at the key of an object that lacks something, or at its bracket', () => {
    expect(errorsIn('{ "images": {}, "crons": [{ "path": "/a" }] }')).toEqual([
      '"images" Invalid vercel.json - `images` missing required property `sizes`.',
      '{ Invalid vercel.json - `crons[0]` missing required property `schedule`.',
    ]);
  });

  it('are all there, in the order of the schema, one a place', () => {
    const text =
      '{ "crons": 1, "builds": [{ "use": 1, "x": 2 }], "functions": { "a": { "memory": 1, "maxDuration": 0 } } }';
    expect(errorsIn(text).map((one) => one.split(' ')[0])).toEqual(['"x"', '1', '1', '0', '1']);
  });

  it('look at the last of two properties with one name, as Vercel does', () => {
    expect(errorsIn('{ "cleanUrls": "yes", "cleanUrls": true }')).toEqual([]);
    expect(errorsIn('{ "cleanUrls": true, "cleanUrls": "no" }').map((one) => one.split(' ')[0])).toEqual(['"no"']);
  });

  it('are none while the text is no JSON', () => {
    for (const text of [
      '',
      '{',
      '{ "cleanUrls": "yes"',
      '{ "cleanUrls": "yes", }',
      '// c\n{ "cleanUrls": 1 }',
      'null',
    ]) {
      expect(errorsIn(text)).toEqual([]);
    }
  });

  it('survive any text and any JSON', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.dictionary(keys, fc.jsonValue()).map((one) => JSON.stringify(one)),
    );
    const property = fc.property(anything, (text) => {
      for (const { span } of [...vercelJsonErrorsOf(documentOf(text)), ...routeFaultsOf(documentOf(text))]) {
        expect(span.start >= 0 && span.end <= text.length && span.start < span.end).toBe(true);
      }
    });
    fc.assert(property, { numRuns: 1000 });
  });
});

const keys = fc.constantFrom('routes', 'rewrites', 'redirects', 'headers', 'functions', 'builds', 'crons', '__proto__');

describe('routes', () => {
  it('have all their faults, the one that Vercel reports first', () => {
    const text =
      '{ "rewrites": [{ "source": "/a", "destination": "/:b" }, { "source": "/(", "destination": "/" }, { "source": "/*", "destination": "/" }] }';
    const found = routeFaultsOf(documentOf(text)).map(({ span, code }) => `${code} ${textAt(text, span)}`);
    expect(found).toEqual(['invalid_rewrite "/("', 'invalid_rewrite :b', 'invalid_rewrite "/*"']);
  });

  it('are not looked at where the schema refuses their list', () => {
    expect(routeFaultsOf(documentOf('{ "rewrites": [{ "source": "/*" }] }'))).toEqual([]);
    expect(routeFaultsOf(documentOf('{ "cleanUrls": 1, "routes": [{ "src": "(" }] }'))).toHaveLength(1);
  });
});
