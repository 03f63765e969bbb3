import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePipfile } from '../../server/src/documents/pipfile.ts';
import { lockedPackages, parsePipfileLock } from '../../server/src/documents/pipfileLock.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { textAt } from '../../server/src/text/span.ts';
import { loadTomlParser } from '../support/tomlGrammar.ts';

const parser = await loadTomlParser();

const pipfile = `[[source]]
url = "https://pypi.org/simple"
verify_ssl = true

[packages]
fastapi = "*"
"zope.interface" = ">=5"
flask = {version = "==3.0", extras = ["async"]}
mine = {path = "./mine", editable = true}

[dev-packages]
pytest = "*"

[requires]
python_version = "3.12"
python_full_version = "3.12.4"
`;

describe('parsePipfile', () => {
  it.each(['\n', '\r\n'])('finds packages and the Python, with line endings %j', (ending) => {
    const text = pipfile.replaceAll('\n', ending);
    const document = parsePipfile(utf8(text), parser);
    expect(document.packages.map(({ name, span }) => [name, textAt(text, span)])).toEqual([
      ['fastapi', 'fastapi'],
      ['zope.interface', '"zope.interface"'],
      ['flask', 'flask'],
      ['mine', 'mine'],
    ]);
    expect(document.packages.map(({ version }) => version && textAt(text, version.span))).toEqual([
      '*',
      '>=5',
      '==3.0',
      undefined,
    ]);
    expect(document.devPackages.map(({ name }) => name)).toEqual(['pytest']);
    expect(document.pythonVersion?.value).toBe('3.12');
    expect(document.pythonVersion && textAt(text, document.pythonVersion.span)).toBe('3.12');
    expect(document.pythonFullVersion?.value).toBe('3.12.4');
  });

  it('leaves out what is not there', () => {
    const document = parsePipfile(utf8(''), parser);
    expect(document).toMatchObject({ kind: 'Pipfile', packages: [], devPackages: [] });
    expect(document).not.toHaveProperty('pythonVersion');
  });

  it('answers at every length', () => {
    for (let length = 0; length <= pipfile.length; length++) {
      expect(parsePipfile(utf8(pipfile.slice(0, length)), parser).kind).toBe('Pipfile');
    }
  });
});

const lock = `{
  "_meta": { "requires": { "python_version": "3.12", "python_full_version": 3 } },
  "default": {
    "fastapi": { "hashes": [], "version": "==0.110.0" },
    "mine": { "path": "./mine" }
  },
  "develop": { "pytest": { "version": "==8.0" } }
}
`;

describe('parsePipfileLock', () => {
  it('finds the Python and the packages', () => {
    const document = parsePipfileLock(utf8(lock));
    expect(document.pythonVersion?.value).toBe('3.12');
    expect(document.pythonVersion && textAt(lock, document.pythonVersion.span)).toBe('3.12');
    expect(document.pythonFullVersion?.value).toBe(3);
    expect(document.pythonFullVersion && textAt(lock, document.pythonFullVersion.span)).toBe('3');
    const packages = lockedPackages(document, 'default');
    expect(packages.map(({ name, version, span }) => [name, version, textAt(lock, span)])).toEqual([
      ['fastapi', '==0.110.0', '"fastapi"'],
      ['mine', undefined, '"mine"'],
    ]);
    expect(lockedPackages(document, 'develop').map(({ name }) => name)).toEqual(['pytest']);
  });

  it('takes an empty object for a lock without anything', () => {
    const document = parsePipfileLock(utf8('{}'));
    expect(document.errors).toEqual([]);
    expect(document).not.toHaveProperty('pythonVersion');
    expect(lockedPackages(document, 'default')).toEqual([]);
  });

  it('answers at every length, and for any text', () => {
    for (let length = 0; length <= lock.length; length++) {
      const text = lock.slice(0, length);
      const { pythonVersion } = parsePipfileLock(utf8(text));
      if (pythonVersion) expect('3.12').toContain(textAt(text, pythonVersion.span).trim());
    }
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(lockedPackages(parsePipfileLock(utf8(text)), 'default')).toEqual([]);
      }),
    );
  });
});
