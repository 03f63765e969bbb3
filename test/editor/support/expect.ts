/** Assertions that run in a worker too, where Node.js's own do not exist. */

export function expectTrue(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function expectEqual<T>(actual: T, expected: T, what: string): void {
  const [got, wanted] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (got !== wanted) throw new Error(`${what}:\n  expected ${wanted}\n  but got  ${got}`);
}

/** Compares code by its words: how a fix breaks lines is not what the editor's suite is about. */
export function expectContains(text: string, part: string): void {
  const words = (code: string) => code.replace(/\s+/g, ' ');
  if (!words(text).includes(words(part))) throw new Error(`expected ${JSON.stringify(part)} in:\n${text}`);
}

export function expectLacks(text: string, part: string): void {
  if (text.includes(part)) throw new Error(`expected no ${JSON.stringify(part)} in:\n${text}`);
}
