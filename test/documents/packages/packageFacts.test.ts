import { describe, expect, it } from 'vitest';
import {
  admitsPython,
  hasWheel,
  isKnownToFit,
  lacksWheel,
  refusesPython,
} from '../../../server/src/documents/packages/fit.ts';
import { expandVersions, type PackageFacts } from '../../../server/src/documents/packages/packageFacts.ts';
import { parseReleaseFiles } from '../../../server/src/documents/packages/releaseFiles.ts';
import { compareVersions } from '../../../server/src/documents/pep440.ts';
import { normalizeName } from '../../../server/src/documents/pep508.ts';
import { grammars } from '../../support/grammars.ts';

const facts = (await (await grammars).packages?.()) as PackageFacts;

const release = (name: string, version: string) => {
  const found = facts.releases(name)?.find(({ text }) => text === version);
  if (!found) throw new Error(`${name} ${version} is not known`);
  return found;
};

describe('what is known of packages', () => {
  it.each([
    ['fastapi', '0.104.1', '3.9', true],
    ['fastapi', '0.104.1', '3.7', false],
    ['pydantic-core', '2.14.5', '3.13', true],
    ['numpy', '1.26.4', '3.8', false],
    ['numpy', '2.1.0', '3.9', false],
    ['numpy', '2.1.0', '3.10', true],
    ['django', '5.0.6', '3.9', false],
    ['django', '4.2.11', '3.8', true],
    ['sqlalchemy', '2.0.23', '3.7', true],
  ])('%s %s on Python %s: admitted %s', (name, version, python, admitted) => {
    expect(admitsPython(release(name, version), python)).toBe(admitted);
    expect(refusesPython(release(name, version), python)).toBe(!admitted);
  });

  it.each([
    ['fastapi', '0.104.1', '3.13', true],
    ['pydantic-core', '2.14.5', '3.12', true],
    ['pydantic-core', '2.14.5', '3.13', false],
    ['psycopg2', '2.9.9', '3.12', false],
    ['psycopg2-binary', '2.9.9', '3.13', false],
    ['psycopg2-binary', '2.9.10', '3.13', true],
    ['numpy', '1.26.4', '3.12', true],
    ['numpy', '1.26.4', '3.13', false],
    ['sqlalchemy', '2.0.23', '3.14', true],
    ['cryptography', '41.0.7', '3.13', true],
    ['torch', '2.1.2', '3.12', false],
    ['asyncpg', '0.29.0', '3.13', false],
    ['aiohttp', '3.8.6', '3.12', false],
    ['greenlet', '2.0.2', '3.12', false],
    ['lxml', '4.9.3', '3.12', true],
    ['mysqlclient', '2.2.4', '3.12', false],
  ])('%s %s on Python %s: a wheel %s', (name, version, python, wheel) => {
    expect(hasWheel(release(name, version), python)).toBe(wheel);
    expect(lacksWheel(release(name, version), python)).toBe(!wheel);
  });

  it('knows every package by its normal name, and its releases from the oldest to the newest', () => {
    for (const name of facts.names()) {
      expect(normalizeName(name)).toBe(name);
      const versions = (facts.releases(name) ?? []).map(({ version }) => version);
      expect(versions.length, name).toBeGreaterThan(0);
      const unordered = versions.findIndex((version, index) => {
        const before = versions[index - 1];
        return before !== undefined && compareVersions(before, version) > 0;
      });
      expect(unordered, name).toBe(-1);
    }
  });

  it('reads every specifier for Python but those of the days of Python 2', () => {
    const unread = new Set(
      facts
        .names()
        .flatMap((name) => facts.releases(name) ?? [])
        .flatMap(({ requiresPython }) => (requiresPython && !requiresPython.set ? requiresPython.text : [])),
    );
    expect([...unread].sort()).toEqual(['~2.7||^3.4', '~2.7||^3.5']);
  });

  it('does not know what is not in the table', () => {
    expect(facts.releases('magnum-opus-of-nobody')).toBeUndefined();
    expect(facts.releases('toString')).toBeUndefined();
    expect(facts.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('the summary of the files', () => {
  it.each([
    ['any S', '3.14', true],
    ['any2 S', '3.12', false],
    ['S', '3.12', false],
    ['~S', '3.12', undefined],
    ['~LM310-312 S', '3.12', true],
    ['~LM310-312 S', '3.9', undefined],
    ['LAmW37-310 M38-310 S', '3.11', false],
    ['LA37-310 W37-313 S', '3.11', false],
    ['L313t S', '3.13', false],
    ['LA38,310 S', '3.9', false],
    ['L37+ S', '3.14', true],
    ['LAW*', '3.14', true],
    ['L39-313@28 S', '3.13', true],
    ['L39-313@39 S', '3.13', undefined],
    ['LAlaMmW39+,314t,abi3t', '3.12', true],
  ])('%s on Python %s: %s', (summary, python, wheel) => {
    expect(
      hasWheel({ text: '1', version: { epoch: 0n, release: [1n] }, files: parseReleaseFiles(summary) }, python),
    ).toBe(wheel);
  });

  it('takes a release that has only its source for pure Python', () => {
    expect(parseReleaseFiles('S').isCompiled).toBe(false);
    expect(parseReleaseFiles('W37-312 S').isCompiled).toBe(true);
    expect(parseReleaseFiles('any S').isCompiled).toBe(false);
  });
});

describe('versions', () => {
  it.each([
    ['0.104.0-1,3', ['0.104.0', '0.104.1', '0.104.3']],
    ['4.11 4.11.1-2', ['4.11', '4.11.1', '4.11.2']],
    ['=2.0.0rc1 2.0.0', ['2.0.0rc1', '2.0.0']],
    ['42', ['42']],
  ])('%s', (packed, versions) => {
    expect(expandVersions(packed)).toEqual(versions);
  });
});

describe('a release that fits', () => {
  it.each([
    ['numpy', '2.1.0', '3.13', true],
    ['numpy', '1.26.4', '3.13', false],
    ['docopt', '0.6.2', '3.13', false],
  ])('%s %s on Python %s: %s', (name, version, python, fits) => {
    expect(isKnownToFit(release(name, version), python)).toBe(fits);
  });
});
