/** The one region in which two texts differ, in UTF-16 offsets. */
export interface Change {
  readonly start: number;
  /** Just behind the region, in the text before. */
  readonly oldEnd: number;
  /** Just behind the region, in the text after. */
  readonly newEnd: number;
}

/** The smallest region outside which `before` and `after` are the same. It never splits a surrogate pair. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let same = 0;
  const longest = shorter - start;
  while (same < longest && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) {
    same++;
  }
  if (same > 0 && isLowSurrogate(before.charCodeAt(before.length - same))) same--;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
