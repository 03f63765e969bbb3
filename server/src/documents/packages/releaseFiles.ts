/**
 * The files of a release as far as Linux x86_64 is concerned, from their summary in the table.
 *
 * Letters: `L` manylinux x86_64, `l` musllinux, `A`/`a` the same for aarch64, `M`/`m` macOS, `W` Windows. A list follows:
 * `38-312` is CPython 3.8 to 3.12, `313t` the free-threaded build, `37+` the stable ABI from 3.7 on, `*` any CPython.
 * `@28` says which glibc the newest one needs. `any` is a pure wheel, `any2` one for Python 2, `S` the source.
 */
export interface ReleaseFiles {
  /** Not every file of the release was seen: what is missing here may be there. */
  readonly isPartial: boolean;
  /** A pure wheel, which fits every Python 3. */
  readonly hasPureWheel: boolean;
  readonly hasSource: boolean;
  /** Whether there is a wheel for one platform alone, whichever that is: then it holds compiled code. */
  readonly isCompiled: boolean;
  /** The compiled wheels for Linux x86_64. */
  readonly linux: readonly WheelRange[];
}

/** Minor versions of CPython 3 for which there are wheels. */
export interface WheelRange {
  readonly from: number;
  /** The last one, itself included; `Infinity` for wheels of the stable ABI, and those that need no ABI. */
  readonly to: number;
}

/** glibc of the build image, Amazon Linux 2023. Source: general knowledge of that distribution (2.34). */
export const newestGlibc = 34;

const knownFiles = new Map<string, ReleaseFiles>();

/** Never throws: what is not understood is passed over, and makes the listing partial. */
export function parseReleaseFiles(summary: string): ReleaseFiles {
  const known = knownFiles.get(summary) ?? parse(summary);
  knownFiles.set(summary, known);
  return known;
}

function parse(summary: string): ReleaseFiles {
  const partial = summary.startsWith('~');
  const tokens = summary
    .slice(partial ? 1 : 0)
    .split(' ')
    .filter(Boolean);
  const wheels = tokens.flatMap((token) => {
    const parts = /^([LAlaMmW]+)([\d*][^@]*)(?:@(\d+))?$/.exec(token);
    return parts ? [{ letters: parts[1] ?? '', list: parts[2] ?? '', glibc: Number(parts[3] ?? 17) }] : [];
  });
  const linux = wheels.filter(({ letters }) => letters.includes('L'));
  return {
    isPartial: partial || linux.some(({ glibc }) => glibc > newestGlibc),
    hasPureWheel: tokens.includes('any'),
    hasSource: tokens.includes('S'),
    isCompiled: wheels.some(({ list }) => list !== '27'),
    linux: linux.filter(({ glibc }) => glibc <= newestGlibc).flatMap(({ list }) => rangesIn(list)),
  };
}

function rangesIn(list: string): WheelRange[] {
  return list.split(',').flatMap((item) => {
    if (item === '' || item.endsWith('t')) return [];
    if (item.endsWith('*')) return [{ from: 0, to: Number.POSITIVE_INFINITY }];
    const [first = '', last = first] = item.replace('+', '').split('-');
    if (!/^3\d+$/.test(first) || !/^3\d+$/.test(last)) return [];
    return [{ from: minorOf(first), to: item.endsWith('+') ? Number.POSITIVE_INFINITY : minorOf(last) }];
  });
}

/** `312` is CPython 3.12. */
function minorOf(digits: string): number {
  return Number(digits.slice(1));
}
