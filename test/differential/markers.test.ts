import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerHolds } from '../../server/src/deployment/installed/markers.ts';
import { wheelFits } from '../../server/src/deployment/installed/wheelName.ts';
import { parseRequirement } from '../../server/src/documents/pep508.ts';

/** The package's ES module does not load in Node 20. */
const oracle = createRequire(import.meta.url)('@vercel/python-analysis') as {
  evaluateMarker(marker: string, major: number, minor: number, platform: string, machine: string): Promise<boolean>;
  isWheelCompatible(
    file: string,
    major: number,
    minor: number,
    os: string,
    machine: string,
    osMajor: number,
    osMinor: number,
  ): Promise<boolean>;
};

const comparison = fc.oneof(
  fc.record({
    variable: fc.constantFrom('python_version', 'python_full_version'),
    operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
    value: fc.constantFrom('3.8', '3.11', '3.12', '3.13', '3.14', '3', '3.13.0', '3.12.0'),
  }),
  fc.record({
    variable: fc.constantFrom('sys_platform', 'platform_system', 'os_name', 'platform_machine', 'implementation_name'),
    operator: fc.constantFrom('==', '!='),
    value: fc.constantFrom('linux', 'Linux', 'win32', 'Windows', 'posix', 'nt', 'x86_64', 'arm64', 'cpython', 'pypy'),
  }),
);
const text = comparison.map(({ variable, operator, value }) => `${variable} ${operator} "${value}"`);
const marker = fc.letrec<{ any: string; both: string }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, text, tie('both')),
  both: fc
    .record({ left: tie('any'), word: fc.constantFrom('and', 'or'), right: tie('any') })
    .map(({ left, word, right }) => `(${left} ${word} ${right})`),
})).any;

describe("Vercel's own analysis", () => {
  it('agrees on every marker that we decide', async () => {
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(marker, fc.constantFrom(12, 13, 14), async (source, minor) => {
        const node = parseRequirement(`a ; ${source}`).marker?.node;
        const ours = node && markerHolds(node, `3.${minor}`);
        if (ours === undefined) return;
        decided++;
        expect(ours, source).toBe(await oracle.evaluateMarker(source, 3, minor, 'linux', 'x86_64'));
      }),
      { numRuns: 1000 },
    );
    expect(decided).toBeGreaterThan(700);
  });

  it('agrees on every wheel', async () => {
    const tag = fc.constantFrom('cp39', 'cp312', 'cp313', 'cp314', 'py3', 'py2.py3', 'cp37', 'pp310');
    const abi = fc.constantFrom('none', 'abi3', 'cp312', 'cp313', 'cp314', 'cp313t', 'pypy310_pp73');
    const platform = fc.constantFrom(
      ...['any', 'manylinux_2_17_x86_64.manylinux2014_x86_64', 'manylinux2014_x86_64', 'manylinux_2_28_x86_64'],
      ...['musllinux_1_2_x86_64', 'manylinux_2_17_aarch64', 'win_amd64', 'macosx_11_0_arm64', 'linux_x86_64'],
    );
    await fc.assert(
      fc.asyncProperty(tag, abi, platform, fc.constantFrom(12, 13, 14), async (python, abiTag, where, minor) => {
        const name = `x-1.0-${python}-${abiTag}-${where}.whl`;
        const theirs = await oracle.isWheelCompatible(name, 3, minor, 'manylinux', 'x86_64', 2, 34);
        expect(wheelFits(name, `3.${minor}`), `${name} on 3.${minor}`).toBe(theirs);
      }),
      { numRuns: 1000 },
    );
  });
});
