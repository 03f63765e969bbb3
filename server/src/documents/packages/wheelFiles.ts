import { newestGlibc, type ReleaseFiles, type WheelRange } from './releaseFiles.ts';

/** A wheel's tags that matter here, from its file name. */
interface Wheel {
  readonly isPure: boolean;
  readonly isLinux: boolean;
  /** The glibc that it needs, its minor version. */
  readonly glibc: number;
  readonly isForPython3: boolean;
  readonly ranges: readonly WheelRange[];
}

/**
 * What the files of one release are to Linux x86_64, and the one that would be installed on a new Python.
 * Source: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ (general knowledge, not read
 * for this)
 */
export function filesFromNames<F extends { readonly name: string }>(
  files: readonly F[],
): { readonly summary: ReleaseFiles; readonly best: F | undefined } {
  const wheels = files.flatMap((file) => {
    const wheel = wheelOf(file.name);
    return wheel ? [{ file, wheel }] : [];
  });
  const linux = wheels.filter(({ wheel }) => wheel.isLinux && wheel.ranges.length > 0);
  const usable = linux.filter(({ wheel }) => wheel.glibc <= newestGlibc);
  const pure = wheels.filter(({ wheel }) => wheel.isPure && wheel.ranges.length > 0);
  const isForAll = ({ ranges }: Wheel) => ranges.some(({ from, to }) => from === 0 && to === Number.POSITIVE_INFINITY);
  const newest = [...usable].sort((a, b) => lastOf(a.wheel) - lastOf(b.wheel)).at(-1) ?? pure.at(-1);
  const summary = {
    isPartial: usable.length < linux.length,
    hasPureWheel: pure.some(({ wheel }) => isForAll(wheel)),
    hasSource: files.some(({ name }) => !name.endsWith('.whl') && !/\.(?:egg|exe|msi|rpm|dmg|deb)$/i.test(name)),
    isCompiled: wheels.some(({ wheel }) => !wheel.isPure && wheel.isForPython3),
    linux: [...usable, ...pure.filter(({ wheel }) => !isForAll(wheel))].flatMap(({ wheel }) => wheel.ranges),
  };
  return { summary, best: newest?.file };
}

function lastOf({ ranges }: Wheel): number {
  return Math.max(...ranges.map(({ from }) => from));
}

function wheelOf(name: string): Wheel | undefined {
  const [, pythons = '', abis = '', platforms = ''] = /-([^-]+)-([^-]+)-([^-]+)\.whl$/.exec(name) ?? [];
  if (!platforms) return undefined;
  const all = platforms.split('.');
  const linux = all.filter((platform) => /^(?:manylinux.*|linux)_x86_64$/.test(platform));
  return {
    isPure: all.includes('any'),
    isLinux: linux.length > 0,
    glibc: Math.min(...linux.map(glibcOf)),
    isForPython3: /(?:^|\.)(?:py|cp|pp)3/.test(pythons),
    ranges: pythons.split('.').flatMap((python) => abis.split('.').flatMap((abi) => rangeOf(python, abi) ?? [])),
  };
}

const named: Readonly<Record<string, number>> = { manylinux1: 5, manylinux2010: 12, manylinux2014: 17, linux: 0 };

function glibcOf(platform: string): number {
  const numbered = /^manylinux_2_(\d+)_/.exec(platform)?.[1];
  return numbered === undefined
    ? (named[platform.replace(/_x86_64$/, '')] ?? Number.POSITIVE_INFINITY)
    : Number(numbered);
}

/** The Pythons that one pair of tags fits; nothing for other interpreters and the free-threaded build. */
function rangeOf(python: string, abi: string): WheelRange | undefined {
  const [, kind, digits = ''] = /^(py|cp)3(\d*)$/.exec(python) ?? [];
  if (kind === undefined) return undefined;
  const from = digits === '' ? 0 : Number(digits);
  const open = { from, to: Number.POSITIVE_INFINITY };
  if (kind === 'py') return abi === 'none' ? open : undefined;
  if (abi === 'abi3') return open;
  return new RegExp(`^(?:none|cp3${from}m?)$`).test(abi) ? { from, to: from } : undefined;
}
