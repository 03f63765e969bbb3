import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  contains,
  formatVersion,
  isPrerelease,
  parseSpecifierSet,
  parseVersion,
  placeAt,
  quoted,
  satisfies,
  type Version,
} from '../../server/src/documents/pep440.ts';
import { textAt } from '../../server/src/text/span.ts';

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (!parsed) throw new Error(`${text} is no version`);
  return parsed;
}

const number = fc.oneof(fc.nat({ max: 3 }).map(BigInt), fc.bigInt({ min: 0n, max: 10n ** 30n }));
const versions: fc.Arbitrary<Version> = fc.record(
  {
    epoch: fc.constantFrom(0n, 0n, 1n),
    release: fc.array(number, { minLength: 1, maxLength: 4 }),
    pre: fc.record({ phase: fc.constantFrom('a' as const, 'b' as const, 'rc' as const), number }),
    post: number,
    dev: number,
    local: fc.array(fc.oneof(number, fc.constantFrom('a', 'b', 'ubuntu', '1a')), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['epoch', 'release'] },
);

describe('parseVersion', () => {
  it.each([
    ['1.0', '1.0'],
    [' v1.0\n', '1.0'],
    ['01.02', '1.2'],
    ['1!2.0', '1!2.0'],
    ['1.0alpha', '1.0a0'],
    ['1.0-BETA.2', '1.0b2'],
    ['1.0c1', '1.0rc1'],
    ['1.0-preview_1', '1.0rc1'],
    ['1.0-1', '1.0.post1'],
    ['1.0.r4', '1.0.post4'],
    ['1.0post', '1.0.post0'],
    ['1.0-dev', '1.0.dev0'],
    ['1.0+Ubuntu-1', '1.0+ubuntu.1'],
    ['20240101123456789012', '20240101123456789012'],
    ['1!1.2.3rc4.post5.dev6+a.7', '1!1.2.3rc4.post5.dev6+a.7'],
  ])('reads %j as %s', (text, normal) => {
    expect(formatVersion(version(text))).toBe(normal);
  });

  it.each(['', ' ', '1.', '.1', '1.x', '1.0+', '1.0+a_', 'latest', '1.0.*', '^1.0', '1 0', '1.0ſ'])(
    'refuses %j',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );

  it('reads back what formatVersion writes', () => {
    fc.assert(
      fc.property(versions, (one) => {
        expect(parseVersion(formatVersion(one))).toEqual({ ...one });
      }),
    );
  });
});

describe('compareVersions', () => {
  it('orders as the PEP does', () => {
    const order = ['1.dev0', '1.0.dev456', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12', '1.0b1.dev456'];
    order.push('1.0b2', '1.0b2.post345.dev456', '1.0b2.post345', '1.0rc1.dev456', '1.0rc1', '1.0', '1.0+abc.5');
    order.push('1.0+abc.7', '1.0+5', '1.0.post456.dev34', '1.0.post456', '1.0.15', '1.1.dev1', '1!0.1');
    const shuffled = [...order].sort().map(version);
    expect(shuffled.sort(compareVersions).map(formatVersion)).toEqual(order);
  });

  it('takes missing release numbers for zero', () => {
    expect(compareVersions(version('1'), version('1.0.0'))).toBe(0);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseSpecifierSet', () => {
  it('gives each clause and its parts a place', () => {
    const text = ' >= 3.9 ,!=3.10.*,';
    const set = parseSpecifierSet(text);
    expect(textAt(text, set.span)).toBe(set.text);
    expect(set.clauses.map(({ span }) => textAt(text, span))).toEqual(['>= 3.9', '!=3.10.*']);
    expect(set.clauses.map(({ operatorSpan }) => textAt(text, operatorSpan))).toEqual(['>=', '!=']);
    expect(set.clauses.map(({ versionSpan }) => textAt(text, versionSpan))).toEqual(['3.9', '3.10.*']);
    expect(set.clauses.map(({ version, wildcard }) => [version, wildcard])).toEqual([
      ['3.9', false],
      ['3.10', true],
    ]);
    expect(set.errors).toEqual([]);
  });

  it('moves spans to where the text stands', () => {
    expect(parseSpecifierSet('>=1', placeAt(10)).clauses[0]?.span).toEqual({ start: 10, end: 13 });
  });

  it.each([
    ['3.11', 'missing-operator', '3.11'],
    ['*', 'missing-operator', '*'],
    ['^3.11', 'unknown-operator', '^'],
    ['=3.13', 'unknown-operator', '='],
    ['>=3.9,=>3', 'unknown-operator', '=>'],
    ['python>=3.13', 'missing-operator', 'python>=3.13'],
    ['>=', 'missing-version', '>='],
    ['>=3.9 <4', 'missing-comma', '<4'],
    ['>=3.9 || <4', 'missing-comma', '|| <4'],
    ['==3.x', 'invalid-version', '3.x'],
    ['>=3.*', 'wildcard-not-allowed', '3.*'],
    ['==3.0a1.*', 'wildcard-not-allowed', '3.0a1.*'],
    ['>=1.0+local', 'local-not-allowed', '1.0+local'],
    ['~=3', 'release-too-short', '3'],
  ])('refuses %j with %s', (text, code, place) => {
    const { errors } = parseSpecifierSet(text);
    expect(errors.map((error) => [error.code, textAt(text, error.span)])).toEqual([[code, place]]);
    expect(errors[0]?.message.length).toBeLessThanOrEqual(120);
  });

  it('keeps the clauses beside a wrong one', () => {
    expect(parseSpecifierSet('>=3.9, <x').clauses.map(({ version }) => version)).toEqual(['3.9']);
  });

  it('never throws, and every span shows what it claims', () => {
    const pieces = fc.constantFrom(
      '>=',
      '==',
      '<',
      '~=',
      '===',
      '!=',
      '^',
      '1.0',
      '3',
      '.*',
      ',',
      ' ',
      '+a',
      'rc1',
      '🐍',
      '\n',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { span, text: claimed, clauses, errors } = parseSpecifierSet(text);
        expect(textAt(text, span)).toBe(claimed);
        for (const clause of clauses) {
          expect(textAt(text, clause.operatorSpan)).toBe(clause.operator);
          expect(textAt(text, clause.versionSpan)).toBe(clause.version + (clause.wildcard ? '.*' : ''));
        }
        for (const error of errors) expect(error.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('satisfies', () => {
  it.each([
    ['~=3.11', '3.12', true],
    ['~=3.11', '4', false],
    ['~=3.11.0', '3.12', false],
    ['==3.12.*', '3.12.4', true],
    ['==3.12.*', '3.12.dev1', true],
    ['==3.12', '3.12.0', true],
    ['==1.0', '1.0+local', true],
    ['==1.0+a', '1.0', false],
    ['!=3.12.*', '3.12.1', false],
    ['>1.0', '1.0.post1', false],
    ['>1.0', '1.0+local', false],
    ['>1.0.post1', '1.0.post2', true],
    ['>1.0a1', '1.0.post1', true],
    ['<1.0', '1.0rc1', false],
    ['<1.0rc1', '1.0a1', true],
    ['<1.0', '0.9.post1', true],
    ['<=1.0', '1.0+local', true],
    ['>=1.0', '1.0rc1', false],
    ['>1.0', '1!1.0', true],
    ['===1.0+Local', '1.0+local', true],
    ['===1.0', '1', false],
  ])('%s and %s: %s', (clause, text, expected) => {
    expect(contains(version(text), parseSpecifierSet(clause))).toBe(expected);
  });

  it('compares characters for ===, which may name anything', () => {
    const [clause] = parseSpecifierSet('===v1.0').clauses;
    expect(clause && [satisfies(version('1.0'), clause), satisfies(version('1.0'), clause, 'V1.0')]).toEqual([
      false,
      true,
    ]);
    expect(contains(version('1'), parseSpecifierSet('===anything'))).toBe(false);
  });

  it('puts every version on one side of each bound', () => {
    fc.assert(
      fc.property(versions, versions, (one, bound) => {
        const { local: _, ...bare } = bound;
        const holds = (operator: string) => contains(one, parseSpecifierSet(operator + formatVersion(bare)));
        expect(holds('==')).toBe(!holds('!='));
        expect(holds('==')).toBe(holds('>=') && holds('<='));
        if (holds('<') || holds('>')) expect(holds('==')).toBe(false);
        if (holds('<')) expect(holds('<=')).toBe(true);
        if (holds('>')) expect(holds('>=')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

it('knows pre-releases', () => {
  expect(['1.0', '1.0a1', '1.0.dev1', '1.0.post1'].map((text) => isPrerelease(version(text)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it('cuts long values in messages', () => {
  expect(quoted('x'.repeat(50))).toBe(`"${'x'.repeat(39)}…"`);
});
