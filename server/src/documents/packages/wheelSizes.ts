import { compareVersions, parseVersion, type Version } from '../pep440.ts';

/** `[median, version, kB, version, kB, ...]`, oldest first. */
export type SizeRow = readonly (number | string)[];

/** A size that did not move by more than this is not in the table. */
const tolerance = 0.85;

/**
 * How many bytes the wheel of `version` has at least, packed. Between two sizes that are known, the smaller one counts,
 * less what the table does not tell. `undefined` for releases older or newer than all that are known.
 */
export function leastWheelBytes([, ...pairs]: SizeRow, version: Version): number | undefined {
  let before: number | undefined;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const known = parseVersion(String(pairs[index]));
    const bytes = Number(pairs[index + 1]) * 1000;
    if (!known || !Number.isFinite(bytes)) continue;
    const order = compareVersions(known, version);
    if (order === 0) return bytes * tolerance;
    if (order > 0) return before === undefined ? undefined : Math.min(before, bytes) * tolerance;
    before = bytes;
  }
  return undefined;
}
