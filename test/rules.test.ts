import { describe, expect, it } from 'vitest';
import { parseExample } from '../server/src/rules/example.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Example, Rule } from '../server/src/rules/rule.ts';
import { problemsIn, withChanges } from './support/check.ts';
import { recorded, spoken } from './support/messages.ts';

for (const rule of rules) {
  describe(rule.name, () => {
    it.each(rule.examples.map((example) => [titleOf(example), example] as const))('%s', async (_title, example) => {
      await verifyExample(rule, example);
    });

    it('has a case it finds, a case it leaves alone, and no two alike', () => {
      const marked = rule.examples.map(({ files }) => parseExample(files).marks.length > 0);
      expect(marked).toContain(true);
      expect(marked).toContain(false);
      expect(new Set(rule.examples.map(({ files }) => files)).size).toBe(rule.examples.length);
    });
  });
}

describe('all rules', () => {
  it('have names of their own, in kebab case', () => {
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z0-9]+)+$/.test(name))).toEqual([]);
  });
});

async function verifyExample(rule: Rule, example: Example): Promise<void> {
  const { files, marks } = parseExample(example.files);
  const problems = await problemsIn(example.files, [rule], example.index);
  expect(problems.map(({ path, span }) => ({ path, span }))).toEqual(marks);
  expect(problems.map(({ message }) => message).filter((message) => !isWellFormed(message, rule))).toEqual([]);
  expect(recorded(rule), 'test/rules/messages.test.ts writes what is said').toEqual(
    expect.arrayContaining(problems.flatMap(spoken)),
  );
  if (!speaksAsVercel.has(rule.name)) expect(problems.filter(({ message }) => quotesBare(message))).toEqual([]);
  if (example.fixed === undefined) return;

  const expected = parseExample(example.fixed).files;
  const changes = problems[0]?.fixes[0]?.changes;
  expect(changes, 'the example promises a fix').toBeDefined();
  const after = withChanges(files, changes ?? []);
  expect(Object.fromEntries(after)).toEqual(Object.fromEntries(expected));
  expect(await problemsIn(example.fixed, [rule], example.index), 'the fix leaves nothing to report').toEqual([]);
}

/** A message is a sentence or two, says what to do, and is short enough for a list. */
function isWellFormed(message: string, { name }: Rule): boolean {
  return (
    /^([`"A-Z0-9]|[a-z.]+\.(txt|json|toml|lock)\b)/.test(message) &&
    /[.?]$/.test(message) &&
    ownLength(message) <= 120 &&
    (speaksAsVercel.has(name) || !/\b(?:please|invalid)\b/i.test(message))
  );
}

/** How long a message is where the reader's own names are short, and without the list of what weighs most. */
function ownLength(message: string): number {
  const [short, list] = [/`[^`]{19,}`/g, /: [\w.-]+ [\d.]+ MB.*\)/];
  return message.replace(short, (name) => name.slice(0, 20)).replace(list, '').length;
}

/** Rules whose messages are Vercel's own, so that they can be searched for. */
const speaksAsVercel: ReadonlySet<string> = new Set([
  'route-destination-segment-unknown',
  'route-pattern-invalid',
  'vercel-json-schema',
]);

/** Names and values stand in backticks: a double quote is found only inside them, as part of the value. */
function quotesBare(message: string): boolean {
  return message.replace(/`[^`]*`/g, '').includes('"');
}

function titleOf({ files, note }: Example): string {
  return note ?? files.replace(/\s+/g, ' ').slice(0, 80);
}
