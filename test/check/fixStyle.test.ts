import { describe, expect, it } from 'vitest';
import type { Problem, ProblemFix } from '../../server/src/check/problem.ts';
import { kindOf } from '../../server/src/documents/kinds.ts';
import { parseDocument } from '../../server/src/documents/parsers.ts';
import type { SourceFile } from '../../server/src/documents/sourceFile.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { type FileSet, reportOn, withChanges } from '../support/check.ts';
import { grammars } from '../support/grammars.ts';

/**
 * Fixes write as the file is written. Each example is rewritten in another style; the rule must find the same there, and
 * its fix must give what the fix of the example gives, rewritten likewise.
 */

const loaded = await grammars;

interface Style {
  readonly name: string;
  /** The text in the style, or `undefined` where it cannot be written so. */
  readonly write: (text: string, path: string) => string | undefined;
}

const styles: readonly Style[] = [
  { name: 'CRLF', write: (text) => (text.includes('\r') ? undefined : text.replaceAll('\n', '\r\n')) },
  { name: 'no newline at the end', write: (text) => (text.trim() === '' ? undefined : text.replace(/\n$/, '')) },
  {
    name: 'single quotes',
    write: (text, path) =>
      !path.endsWith('.py') || text.includes("'") || text.includes('"""') ? undefined : text.replaceAll('"', "'"),
  },
  {
    name: 'tabs',
    write: (text, path) => {
      const width = path.endsWith('.py') ? 4 : 2;
      if (!/\.(?:py|json)$/.test(path) || text.includes('\t') || text.includes('"""')) return undefined;
      const isEven = text.split('\n').every((line) => (/^ */.exec(line)?.[0].length ?? 0) % width === 0);
      return isEven ? text.replace(/^ +/gm, (indent) => '\t'.repeat(indent.length / width)) : undefined;
    },
  },
];

const withFixes = rules.filter(({ examples }) => examples.some(({ fixed }) => fixed !== undefined));

describe.each(styles)('in a file with $name', ({ write }) => {
  it.each(withFixes.map((rule) => [rule.name, rule] as const))('%s', async (_name, rule) => {
    for (const { files: text } of rule.examples) {
      const { files } = parseExample(text);
      const styled = restyled(files, files, write);
      const before = await problemsOf(files, rule);
      if (before.every(({ fixes }) => fixes.length === 0)) continue;
      const after = await problemsOf(styled, rule);
      expect(after.map(shown), text).toEqual(before.map(shown));
      for (const [expected, actual] of pairs(before, after)) {
        expect(existing(styled, withChanges(styled, actual.changes)), `${actual.title}\n${text}`).toEqual(
          existing(styled, restyled(withChanges(files, expected.changes), files, write)),
        );
      }
    }
  });
});

describe('comments stay', () => {
  it.each(withFixes.map((rule) => [rule.name, rule] as const))('%s', async (_name, rule) => {
    for (const { files: text } of rule.examples) {
      const { files } = parseExample(text);
      const commented = new Map([...files].map(([path, file]) => [path, { ...file, text: withComments(path, file) }]));
      const before = await problemsOf(files, rule);
      if (before.every(({ fixes }) => fixes.length === 0)) continue;
      const found = await problemsOf(commented, rule);
      expect(
        found.map(({ path }) => path),
        text,
      ).toEqual(before.map(({ path }) => path));
      for (const { title, changes } of found.flatMap(({ fixes }) => fixes)) {
        for (const [path, { text: after }] of withChanges(commented, changes)) {
          const lost = commentsIn(commented.get(path)?.text ?? '').filter((comment) => !after.includes(comment));
          expect(lost, `${title}, ${path}\n${after}`).toEqual([]);
        }
      }
    }
  });
});

/** The text with a comment of its own above each statement, table, key or requirement. */
function withComments(path: string, file: SourceFile): string {
  const kind = kindOf(path);
  const { text } = file;
  let count = 0;
  const comment = () => `# kept ${count++}.\n`;
  if (kind === 'requirements.txt') return text.replace(/^(?=[\w-])/gm, comment);
  if (kind === 'pyproject.toml' || kind === '.vercel-preflight.toml')
    return text.replace(/^(?=\[|[\w-]+ *=)/gm, comment);
  const document = kind === 'python' ? parseDocument(kind, file, loaded) : undefined;
  if (document?.kind !== 'python' || document.hasError) return text;
  const starts = document.statements.map(({ span }) => span.start).filter((at) => at === 0 || text[at - 1] === '\n');
  return starts.reduceRight((done, at) => done.slice(0, at) + comment() + done.slice(at), text);
}

const commentsIn = (text: string) => text.match(/# kept \d+\./g) ?? [];

const problemsOf = async (files: FileSet, rule: Rule) => (await reportOn(files, [rule])).problems;

/** The files in the style, as far as they show it in `before`: where none is to be seen, a fix cannot follow it. */
function restyled(files: FileSet, before: FileSet, write: Style['write']): FileSet {
  return new Map(
    [...files].map(([path, file]) => {
      const text = before.get(path)?.text ?? '';
      const styled = write(text, path);
      const shows = styled !== undefined && styled !== text;
      return [path, { ...file, text: (shows ? write(file.text, path) : undefined) ?? file.text }];
    }),
  );
}

const shown = ({ path, message, fixes }: Problem) => ({ path, message, fixes: fixes.map(({ title }) => title) });

function pairs(a: readonly Problem[], b: readonly Problem[]): (readonly [ProblemFix, ProblemFix])[] {
  return a.flatMap(({ fixes }, index) =>
    fixes.flatMap((fix, number) => {
      const other = b[index]?.fixes[number];
      return other ? [[fix, other] as const] : [];
    }),
  );
}

/** The files that were there before: one that a fix makes is written in a style of its own. */
function existing(before: FileSet, after: FileSet) {
  return Object.fromEntries([...after].filter(([path]) => before.has(path)).map(([path, { text }]) => [path, text]));
}
