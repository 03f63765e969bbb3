import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePythonVersionFile } from '../../server/src/documents/pythonVersionFile.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { textAt } from '../../server/src/text/span.ts';

describe('parsePythonVersionFile', () => {
  it.each([
    ['3.12', ['3.12']],
    ['3.12\r\n', ['3.12']],
    ['\n# comment\n\t3.13 \n   # other\n3.12\n', ['3.13', '3.12']],
    ['3.13 # comment\n', ['3.13 # comment']],
    ['  \n# only\n', []],
    ['', []],
    ['3.12\r3.13', ['3.12\r3.13']],
  ])('%j requests %j', (text, values) => {
    const { requests } = parsePythonVersionFile(utf8(text));
    expect(requests.map(({ value }) => value)).toEqual(values);
  });

  it('knows whether there is anything at all', () => {
    const text = '\n # only\n';
    const { content } = parsePythonVersionFile(utf8(text));
    expect(content && textAt(text, content)).toBe('# only');
    expect(parsePythonVersionFile(utf8(' \n'))).not.toHaveProperty('content');
  });

  it('never throws, and every span shows its value', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('3.12', ' ', '#', '\n', '\r\n', '\r')).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { value, span } of parsePythonVersionFile(utf8(text)).requests) {
          expect(textAt(text, span)).toBe(value);
          expect(value).toMatch(/^[^#\s]/);
        }
      }),
    );
  });
});
