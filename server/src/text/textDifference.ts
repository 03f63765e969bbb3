import type { TextEdit } from './edit.ts';

/** Above this product of line counts the changed middle is replaced as one. */
const mostComparisons = 1_000_000;

/** Edits that turn `before` into `after`, line by line, each without the characters that stay. */
export function textDifference(before: string, after: string): TextEdit[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const start = lengthOf(a.slice(0, head));
  return hunks(a.slice(head, a.length - tail), b.slice(head, b.length - tail)).map(({ at, removed, added }) =>
    trimmed(start + at, removed, added),
  );
}

/** Lines that changed; `at` counts characters from the first line that was compared. */
interface Hunk {
  readonly at: number;
  readonly removed: string;
  readonly added: string;
}

function hunks(a: readonly string[], b: readonly string[]): Hunk[] {
  if (a.length === 0 && b.length === 0) return [];
  if (a.length * b.length > mostComparisons) return [{ at: 0, removed: a.join(''), added: b.join('') }];
  const result: Hunk[] = [];
  let [i, j, at] = [0, 0, 0];
  for (const [keptA, keptB] of [...commonLines(a, b), [a.length, b.length] as const]) {
    const removed = a.slice(i, keptA);
    result.push(...run(at, removed, b.slice(j, keptB)));
    at += lengthOf(removed) + (a[keptA]?.length ?? 0);
    [i, j] = [keptA + 1, keptB + 1];
  }
  return result;
}

/** As many lines as before are taken to be the same lines, each changed for itself. */
function run(at: number, removed: readonly string[], added: readonly string[]): Hunk[] {
  if (removed.length === 0 && added.length === 0) return [];
  if (removed.length !== added.length) return [{ at, removed: removed.join(''), added: added.join('') }];
  let start = at;
  return removed.map((line, index) => {
    const hunk = { at: start, removed: line, added: added[index] ?? '' };
    start += line.length;
    return hunk;
  });
}

/** Pairs of indices of a longest common subsequence. */
function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const best = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Without what stays at both ends. A line ending or a surrogate pair is never cut in two. */
function trimmed(at: number, removed: string, added: string): TextEdit {
  const most = Math.min(removed.length, added.length);
  let head = 0;
  while (head < most && removed[head] === added[head]) head++;
  if (cuts(removed, head) || cuts(added, head)) head--;
  let tail = 0;
  while (tail < most - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  if (cuts(removed, removed.length - tail) || cuts(added, added.length - tail)) tail--;
  const span = { start: at + head, end: at + removed.length - tail };
  return { span, newText: added.slice(head, added.length - tail) };
}

/** Whether `offset` lies inside `\r\n` or a surrogate pair. */
function cuts(text: string, offset: number): boolean {
  return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
