import { describe, expect, it } from 'vitest';
import { longestPart } from '../server/src/logs/joinedLines.ts';
import { type LogExample, type Signature, wordsOf } from '../server/src/logs/signature.ts';
import { signatures } from '../server/src/logs/signatures/index.ts';
import { parseExample } from '../server/src/rules/example.ts';
import { rules } from '../server/src/rules/index.ts';
import { explained } from './support/logs.ts';

for (const signature of signatures) {
  describe(signature.name, () => {
    it.each(signature.examples.map((example) => [titleOf(example), example] as const))(
      '%s',
      async (_title, example) => {
        await verifyExample(signature, example);
      },
    );

    it('has a case it finds, a case it leaves alone, and no two alike', () => {
      const marked = signature.examples.map(({ log }) => log.includes('«'));
      expect(marked).toContain(true);
      expect(marked).toContain(false);
      expect(new Set(signature.examples.map(({ log }) => log)).size).toBe(signature.examples.length);
    });
  });
}

describe('all signatures', () => {
  const names = signatures.map(({ name }) => name);

  it('have names of their own, in kebab case', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name))).toEqual([]);
  });

  it('name only signatures and rules that there are', () => {
    const others = signatures.flatMap(({ explains = [], noise = [] }) => [...explains, ...noise]);
    expect(others.filter((name) => !names.includes(name))).toEqual([]);
    const ruleNames = rules.map(({ name }) => name);
    const used = signatures.flatMap(({ causes }) => causes.flatMap((cause) => cause.rules ?? []));
    expect(used.filter((name) => !ruleNames.includes(name))).toEqual([]);
  });

  it('have patterns that keep no state', () => {
    expect(signatures.filter(({ pattern }) => pattern.global || pattern.sticky).map(({ name }) => name)).toEqual([]);
  });

  it('take no more than a moment for the longest part of a line', () => {
    const slow = signatures.flatMap(({ name, pattern, examples, literals }) => {
      const lines = examples.flatMap(({ log }) => log.replace(/[«»]/g, '').split('\n'));
      return [...lines, ...literals]
        .filter((line) => line !== '')
        .flatMap(hostileLines)
        .map((line) => {
          const start = performance.now();
          pattern.exec(line);
          return { name, line: line.slice(0, 100), time: performance.now() - start };
        })
        .filter(({ time }) => time > 1000);
    });
    expect(slow).toEqual([]);
  }, 120_000);

  it('find only lines that hold one of their literals', () => {
    const missed = signatures.flatMap(({ name, literals, pattern, examples, isFallback }) =>
      examples
        .flatMap(({ log }) => parseExample(`-- log\n${log}`).files.get('log')?.text.split(/\r?\n/) ?? [])
        .filter((line) => !isFallback && pattern.test(line) && !literals.some((literal) => line.includes(literal)))
        .map((line) => `${name}: ${line}`),
    );
    expect(missed).toEqual([]);
  });
});

/** Lines as long as they get that begin like `line`, or nearly are it over and over: they make a bad pattern go back and forth. */
function hostileLines(line: string): string[] {
  const filled = (text: string) => text.repeat(Math.ceil(longestPart / text.length)).slice(0, longestPart);
  const half = Math.ceil(line.length / 2);
  const runs = ['a', 'a.', ' ', '"', '(', '× '].flatMap((run) => [
    line + filled(run),
    `${line.slice(0, half)}${filled(run)}${line.slice(half)}`,
  ]);
  return [filled(`${line} `), `x${filled(line).slice(1, -1)}x`, filled(line.slice(0, -1) || 'x'), ...runs].map((text) =>
    text.slice(0, longestPart),
  );
}

async function verifyExample(signature: Signature, example: LogExample): Promise<void> {
  const { files, marks } = parseExample(`-- log\n${example.log}`);
  const text = files.get('log')?.text ?? '';
  const report = await explained(text, example.files);
  const own = report.entries.filter((entry) => entry.signature === signature);
  const found = own.map(({ place }) => ({
    start: offsetOf(text, place.line) + place.start,
    end: offsetOf(text, place.line) + place.end,
  }));
  expect(found).toEqual(marks.map(({ span }) => span));
  for (const entry of own) {
    const words = [entry.title, entry.today ?? '', ...entry.causes.flatMap(({ cause, advice }) => [cause, advice])];
    expect(words.filter((word) => !isWellFormed(word))).toEqual([]);
    expect(entry.causes.length).toBeGreaterThan(0);
  }
  const [first] = own;
  if (!first) return;
  if (signature.role === 'cause') expect(report.entries[0]?.signature.name, 'the verdict').toBe(signature.name);
  if (example.says !== undefined) expect(first.causes[0]?.cause).toContain(example.says);
  if (example.blames !== undefined) expect(first.blame?.path).toBe(example.blames);
}

/** Words are sentences, every value is filled in, and nothing is begged for. */
function isWellFormed(words: string): boolean {
  if (words === '') return true;
  return (
    /^(?:[`"A-Z0-9]|(?:uv|pip|asyncpg|numpy|httpx|passlib)\b)/.test(words) &&
    /[.?]$/.test(words) &&
    !/\{\w+\}|undefined|\bplease\b/i.test(words)
  );
}

function offsetOf(text: string, line: number): number {
  let offset = 0;
  for (let at = 0; at < line; at++) offset = text.indexOf('\n', offset) + 1;
  return offset;
}

function titleOf({ log, files }: LogExample): string {
  return `${log.replace(/\s+/g, ' ').slice(0, 90)}${files ? ' with files' : ''}`;
}

it('words fill in values and leave unknown braces alone', () => {
  expect(wordsOf('a {b} {c}', { b: '1' })).toBe('a 1 {c}');
});
