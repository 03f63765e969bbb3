import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../server/src/documents/parsers.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { configurationKeys, configurationValueAt } from '../../server/src/facts/configuration.ts';
import { configurationCompletion } from '../../server/src/features/configurationCompletion.ts';
import { configurationHover } from '../../server/src/features/configurationHover.ts';
import { configurationPage } from '../../server/src/features/configurationPage.ts';
import { rules } from '../../server/src/rules/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { textAt } from '../../server/src/text/span.ts';
import { problemsIn } from '../support/check.ts';
import { grammars } from '../support/grammars.ts';

const loaded = await grammars;
const own = '.vercel-preflight.toml';
const parse = (text: string, kind: typeof own | 'pyproject.toml') => parseDocument(kind, utf8(text), loaded);

/** What can be written at `|`. */
function completions(marked: string, kind: typeof own | 'pyproject.toml' = own) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = configurationCompletion(parse(text, kind), offset, rules);
  for (const { span } of found)
    expect(span.start <= offset && offset <= span.end, 'the caret is in what is replaced').toBe(true);
  return { text, found, labels: found.map(({ label }) => label) };
}

/** The text once the entry of that name is chosen. */
function chosen(marked: string, label: string, kind: typeof own | 'pyproject.toml' = own): string | undefined {
  const { text, found } = completions(marked, kind);
  const one = found.find((candidate) => candidate.label === label);
  return one && applyEdits(text, [one]);
}

const names = configurationKeys.map(({ name }) => name);
const ruleNames = rules.map(({ name }) => name);
const severities = ['error', 'warning', 'info', 'off'];

describe('completion of the configuration', () => {
  it.each([
    ['every key in an empty file', '|', names],
    ['keys on a new line', 'fail-on = "info"\n|\n', names.filter((name) => name !== 'fail-on')],
    ['a key half typed', 'excl|', names],
    ['tables in a header', '[|', ['rules', 'per-file-ignores']],
    ['tables in a header half typed', 'fail-on = "info"\n\n[ru|]\n', ['rules', 'per-file-ignores']],
    ['rules under their header', '[rules]\n|', ruleNames],
    ['rules behind a dot', 'rules.|', ruleNames],
    ['rules in braces', 'rules = { |', ruleNames],
    ['severities', '[rules]\ndotenv-at-import = |', severities],
    ['severities in quotes', '[rules]\ndotenv-at-import = "o|"  # why\n', severities],
    ['severities in an open quote', "rules = { dotenv-at-import = '|", severities],
    ['levels', 'fail-on = "|"\nexclude = []\n', ['error', 'warning', 'info', 'never']],
    ['rules in a list', 'per-file-ignores = { "vercel.json" = ["|"] }', ruleNames],
    ['rules on lines of their own', '[per-file-ignores]\n"vercel.json" = [\n  "sqlite",\n  |\n]\n', ruleNames],
    ['nothing in a comment', 'fail-on = "info" # |', []],
    ['nothing behind a value', 'fail-on = "info" |', []],
    ['nothing for a pattern', 'exclude = ["|"]', []],
    ['nothing outside of the list', '[per-file-ignores]\nx = |', []],
    ['nothing under an unknown key', '[nothing]\n|', []],
  ])('offers %s', (_name, marked, expected) => {
    expect(completions(marked).labels).toEqual(expected);
  });

  it.each([
    ['under its table', '[tool.vercel-preflight]\n|', names],
    ['below it', '[tool.vercel-preflight.rules]\n|', ruleNames],
    ['in its header', '[tool.vercel-preflight.|]', ['rules', 'per-file-ignores']],
    ['nowhere else', '[tool.ruff]\n|', []],
    ['nor at the top', '|', []],
    ['nor before it', '[project]\nname = "|"\n[tool.vercel-preflight]\n', []],
  ])('in pyproject.toml %s', (_name, marked, expected) => {
    expect(completions(marked, 'pyproject.toml').labels).toEqual(expected);
  });

  it('does not offer what is there', () => {
    const { labels } = completions('[rules]\ndotenv-at-import = "off"\n|');
    expect(labels).not.toContain('dotenv-at-import');
    expect(labels).toHaveLength(rules.length - 1);
    const list = completions('[per-file-ignores]\nx = ["dotenv-at-import", "|"]');
    expect(list.labels).not.toContain('dotenv-at-import');
  });

  it.each([
    ['fai|', 'fail-on', 'fail-on = '],
    ['ru|', 'rules', 'rules.'],
    ['rules.|', 'dotenv-at-import', 'rules.dotenv-at-import = '],
    ['[rules]\ndot| = "off"', 'dotenv-at-import', '[rules]\ndotenv-at-import = "off"'],
    ['fail-on = |', 'never', 'fail-on = "never"'],
    ['fail-on = "|"\n', 'never', 'fail-on = "never"\n'],
    ['fail-on = "in|fo"\n', 'never', 'fail-on = "never"\n'],
    ["fail-on = '|", 'never', "fail-on = 'never'"],
    ['per-file-ignores = { |', 'vercel.json', 'per-file-ignores = { "vercel.json" = '],
    ['[per-file-ignores]\n"|" = []', 'vercel.json', '[per-file-ignores]\n"vercel.json" = []'],
    ['[per-file-ignores]\nx = [|]', 'dotenv-at-import', '[per-file-ignores]\nx = ["dotenv-at-import"]'],
  ])('writes %j', (marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });

  it('leads to nothing that the rules then complain of', async () => {
    for (const name of severities) {
      const text = chosen('rules.dotenv-at-import = |', name) ?? '';
      expect(
        await problemsIn(
          `-- ${own}\n${text}\n`,
          rules.filter((rule) => rule.name.startsWith('configuration-')),
        ),
      ).toEqual([]);
    }
  });
});

describe('hover in the configuration', () => {
  const hover = (marked: string, kind: typeof own | 'pyproject.toml' = own) => {
    const text = marked.replace('|', '');
    const found = configurationHover(parse(text, kind), marked.indexOf('|'), rules);
    return found && { word: textAt(text, found.span), markdown: found.markdown };
  };

  it.each([
    ['|fail-on = "info"', 'fail-on', 'exits with 1'],
    ['[rul|es]\n', 'rules', 'single rules'],
    ['[rules]\ndotenv-at-import| = "off"', 'dotenv-at-import', 'docs/rules/dotenv-at-import.md'],
    ['[rules]\ndotenv-at-import = |"off"', 'off', 'Do not report it.'],
    ['per-file-ignores = { x = ["dotenv-|at-import"] }', 'dotenv-at-import', 'dotenv'],
    ['fail-on = "nev|er"', 'never', 'Exit with 0'],
  ])('%s', (marked, word, part) => {
    expect(hover(marked)?.word).toBe(word);
    expect(hover(marked)?.markdown).toContain(part);
  });

  it.each([
    'exclude = ["rul|es"]',
    '# fail|-on',
    'nothing|',
    '[rules]\nno-such| = "off"',
    '[rules]\nx = "fail-|on"',
    '|',
  ])('is silent on %j', (marked) => {
    expect(hover(marked)).toBeUndefined();
  });

  it('knows the table of pyproject.toml from the others', () => {
    expect(hover('[tool.vercel-preflight]\nfail-|on = "info"', 'pyproject.toml')?.word).toBe('fail-on');
    expect(hover('[tool.ruff]\nexclu|de = []', 'pyproject.toml')).toBeUndefined();
  });
});

describe('hover and completion', () => {
  it('survive any text at any place', () => {
    const pieces = [
      '[',
      ']',
      '{',
      '}',
      '=',
      '.',
      ',',
      '"',
      "'",
      '\n',
      '\r\n',
      ' ',
      '#',
      '"""',
      'rules',
      'fail-on',
      'per-file-ignores',
      'exclude',
      'tool.vercel-preflight',
      'off',
      '\\',
      'é',
      '😀',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), fc.constantFrom(own, 'pyproject.toml' as const), (source, at, kind) => {
        const document = parse(source, kind);
        const offset = Math.min(at, source.length);
        const word = configurationHover(document, offset, rules);
        expect(word === undefined || word.span.end <= source.length).toBe(true);
        for (const { span } of configurationCompletion(document, offset, rules)) {
          expect(span.start <= offset && offset <= span.end && span.end <= source.length).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the table of keys', () => {
  it('is what docs/configuration.md says', () => {
    const page = fs.readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
    expect(page).toBe(configurationPage());
    for (const { name, example } of configurationKeys) {
      expect(page).toContain(`### \`${name}\``);
      expect(page).toContain(example);
    }
  });

  it('has examples that hold', async () => {
    const own = rules.filter((rule) => rule.name.startsWith('configuration-'));
    for (const { example } of configurationKeys) {
      expect(await problemsIn(`-- .vercel-preflight.toml\n${example}`, own), example).toEqual([]);
    }
    for (const [, example = ''] of configurationPage().matchAll(/```toml\n([\s\S]*?)```/g)) {
      const name = example.includes('[tool.') ? 'pyproject.toml' : '.vercel-preflight.toml';
      expect(await problemsIn(`-- ${name}\n${example}`, own), example).toEqual([]);
    }
    expect(configurationValueAt(['rules', 'any'])?.kind).toBe('choice');
    expect(configurationValueAt(['exclude', 'any'])).toBeUndefined();
  });
});
