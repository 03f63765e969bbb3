const words =
  /x{4,}|\*{3,}|\.{3}|(?:^|[^a-z])(?:your|change|replace|insert|example|sample|dummy|placeholder|test|todo|secret|password|passwd|pass|pw|insecure|default|fake|demo|here)(?:[^a-z]|$)|your|changeme|placeholder|example/i;

/** Whether a person will know that `value` stands for something to be filled in: `your-key`, `<password>`, `${TOKEN}`, `xxxx`. */
export function isPlaceholder(value: string): boolean {
  return words.test(value) || /[<>{}$%[\]@].*[>}%\]]|^[$@<{%[]/.test(value) || /^(.)\1+$/.test(value);
}
