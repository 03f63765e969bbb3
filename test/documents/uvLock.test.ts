import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { parseUvLock, uvLockOf } from '../../server/src/documents/uvLock.ts';

const lock = `version = 1
revision = 3
requires-python = ">=3.12"
resolution-markers = [
    "python_full_version >= '3.13'",
    "python_full_version < '3.13'",
]

[manifest]
members = [
    "shared",
    "shop",
]

[[package]]
name = "numpy"
version = "2.1.0"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://files.example/ab/numpy-2.1.0.tar.gz", hash = "sha256:0", size = 1 }
wheels = [
    { url = "https://files.example/ab/numpy-2.1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", hash = "sha256:1", size = 2 },
    { url = "https://files.example/ab/numpy-2.1.0%2Bcpu-cp313-none-any.whl", hash = "sha256:2", size = 3 },
]

[[package]]
name = "shared"
source = { editable = "packages/shared" }

[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "numpy", marker = "sys_platform != 'win32' and extra == \\"x\\"" },
    { name = "uvicorn", extra = ["standard"], version = "0.34.0" },
]

[package.optional-dependencies]
plots = [
    { name = "matplotlib" },
]

[package.dev-dependencies]
dev = [
    { name = "pytest" },
]

[package.metadata]
requires-dist = [
    { name = "numpy", specifier = ">=2,<3" },
    { name = "shared", editable = "packages/shared" },
    { name = "uvicorn", extras = ["standard"], specifier = ">=0.30", marker = "sys_platform != 'win32'" },
]
provides-extras = ["plots"]

[package.metadata.requires-dev]
dev = [{ name = "pytest", specifier = ">=8" }]

[[package]]
name = "uvicorn"
version = "0.34.0"
source = { registry = "https://pypi.org/simple" }
`;

describe('a uv.lock', () => {
  const { packages, ...head } = parseUvLock(lock);
  const named = (name: string) => packages.find((candidate) => candidate.name === name);

  it('tells its format, its Python and its workspace', () => {
    expect(head).toEqual({ text: lock, version: 1, requiresPython: '>=3.12', members: ['shared', 'shop'] });
    expect(packages.map(({ name, version }) => [name, version])).toEqual([
      ['numpy', '2.1.0'],
      ['shared', undefined],
      ['shop', '0.1.0'],
      ['uvicorn', '0.34.0'],
    ]);
  });

  it('tells where names and versions stand', () => {
    const texts = packages.map(({ nameSpan, versionSpan }) =>
      [nameSpan, versionSpan].map((span) => span && lock.slice(span.start, span.end)),
    );
    expect(texts[0]).toEqual(['numpy', '2.1.0']);
    expect(texts[1]).toEqual(['shared', undefined]);
  });

  it('tells what can be installed', () => {
    expect(named('numpy')?.wheels.map(({ name }) => name)).toEqual([
      'numpy-2.1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      'numpy-2.1.0+cpu-cp313-none-any.whl',
    ]);
    expect(named('numpy')?.sdist?.name).toBe('numpy-2.1.0.tar.gz');
    expect(named('uvicorn')?.wheels).toEqual([]);
    expect(named('numpy')?.source).toEqual({ kind: 'registry', value: 'https://pypi.org/simple' });
  });

  it('tells what a package of the project needs, and what it asked for', () => {
    const shop = named('shop');
    expect(shop?.source).toEqual({ kind: 'virtual', value: '.' });
    expect(shop?.dependencies).toEqual([
      { name: 'numpy', extras: [], marker: 'sys_platform != \'win32\' and extra == "x"' },
      { name: 'uvicorn', extras: ['standard'], version: '0.34.0' },
    ]);
    expect([...(shop?.optionalDependencies ?? [])]).toEqual([['plots', [{ name: 'matplotlib', extras: [] }]]]);
    expect([...(shop?.devDependencies ?? [])]).toEqual([['dev', [{ name: 'pytest', extras: [] }]]]);
    expect(shop?.requiresDist).toEqual([
      { name: 'numpy', extras: [], specifier: '>=2,<3', hasOwnSource: false },
      { name: 'shared', extras: [], hasOwnSource: true },
      {
        name: 'uvicorn',
        extras: ['standard'],
        specifier: '>=0.30',
        marker: "sys_platform != 'win32'",
        hasOwnSource: false,
      },
    ]);
    expect(named('numpy')?.requiresDist).toBeUndefined();
  });

  it('means the same with the line endings of Windows', () => {
    const names = ({ packages: all }: ReturnType<typeof parseUvLock>) =>
      all.map(({ name, version, requiresDist, wheels }) => [name, version, requiresDist, wheels.length]);
    expect(names(parseUvLock(lock.replaceAll('\n', '\r\n')))).toEqual(names(parseUvLock(lock)));
  });

  it('is read once', () => {
    const file = utf8(lock);
    expect(uvLockOf(file)).toBe(uvLockOf(file));
  });

  it('that is cut anywhere gives the packages before the cut', () => {
    fc.assert(
      fc.property(fc.nat(lock.length), (length) => {
        const names = parseUvLock(lock.slice(0, length)).packages.map(({ name }) => name);
        expect(['numpy', 'shared', 'shop', 'uvicorn'].slice(0, names.length)).toEqual(names);
      }),
    );
  });

  it('of 20,000 lines takes no time that grows with its square', () => {
    const body = lock.slice(lock.indexOf('[[package]]'));
    const large = body.repeat(Math.ceil(20_000 / body.split('\n').length));
    const start = performance.now();
    expect(parseUvLock(large).packages.length).toBeGreaterThan(1000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
