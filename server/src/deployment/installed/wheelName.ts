/**
 * Whether the wheel of this file name installs on CPython `python`, such as `3.13`, on Linux x86_64 with glibc.
 * Source: `isWheelCompatible` of @vercel/python-analysis 0.14.0, executed (test/differential/markers.test.ts)
 */
export function wheelFits(fileName: string, python: string): boolean {
  const parts = /-([^-]+)-([^-]+)-([^-]+)\.whl$/.exec(fileName);
  const minor = Number(/^3\.(\d+)$/.exec(python)?.[1]);
  if (!parts) return false;
  const [, pythons = '', abis = '', platforms = ''] = parts;
  const isCompiled = platforms.split('.').some((platform) => /^(?:manylinux.*|linux)_x86_64$/.test(platform));
  const isAny = platforms.split('.').includes('any');
  return pythons
    .split('.')
    .some((tag) =>
      abis.split('.').some((abi) => (isCompiled || (isAny && abi === 'none')) && interpreterFits(tag, abi, minor)),
    );
}

function interpreterFits(tag: string, abi: string, minor: number): boolean {
  const [, kind, digits = ''] = /^(py|cp)3(\d*)$/.exec(tag) ?? [];
  if (kind === undefined) return false;
  const from = digits === '' ? 0 : Number(digits);
  if (kind === 'py') return abi === 'none' && from <= minor;
  if (abi === 'abi3') return from <= minor;
  return from === minor && (abi === `cp3${minor}` || abi === 'none');
}

/** The least of the sizes of wheels of which one is installed; `undefined` where there is none or one is not known. */
export function leastBytes(sizes: readonly (number | undefined)[]): number | undefined {
  const known = sizes.filter((size) => size !== undefined);
  return known.length === sizes.length && known.length > 0 ? Math.min(...known) : undefined;
}
