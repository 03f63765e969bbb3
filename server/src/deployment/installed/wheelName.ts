/**
 * Whether the wheel of this file name installs on CPython `python`, such as `3.13`, on Linux x86_64 with glibc.
 * Source: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ (general knowledge, not read for
 * this)
 */
export function wheelFits(fileName: string, python: string): boolean {
  const parts = /-([^-]+)-([^-]+)-([^-]+)\.whl$/.exec(fileName);
  const minor = Number(/^3\.(\d+)$/.exec(python)?.[1]);
  if (!parts) return false;
  const [, pythons = '', abis = '', platforms = ''] = parts;
  return (
    platforms.split('.').some((platform) => /^(?:any|manylinux.*_x86_64|linux_x86_64)$/.test(platform)) &&
    pythons.split('.').some((tag) => abis.split('.').some((abi) => interpreterFits(tag, abi, minor)))
  );
}

function interpreterFits(tag: string, abi: string, minor: number): boolean {
  const [, kind, digits = ''] = /^(py|cp)3(\d*)$/.exec(tag) ?? [];
  if (kind === undefined) return false;
  const from = digits === '' ? 0 : Number(digits);
  if (kind === 'py' || abi === 'abi3') return (abi === 'none' || abi === 'abi3') && from <= minor;
  return from === minor && (abi === `cp3${minor}` || abi === 'none');
}
