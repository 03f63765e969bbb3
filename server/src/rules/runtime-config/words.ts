/** `a, b and c` as code. */
export function listed(names: readonly string[]): string {
  return joined(
    names.map((name) => `\`${name}\``),
    'and',
  );
}

/** `"a"`, `"b"` or `"c"`, as code. */
export function choices(names: readonly string[]): string {
  return joined(
    names.map((name) => `\`${JSON.stringify(name)}\``),
    'or',
  );
}

function joined(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
