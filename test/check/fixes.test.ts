import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProject } from '../../server/src/check/checkProject.ts';
import type { Problem, ProblemFix } from '../../server/src/check/problem.ts';
import { type FileKind, kindOf } from '../../server/src/documents/kinds.ts';
import { parseDocument } from '../../server/src/documents/parsers.ts';
import type { SourceFile } from '../../server/src/documents/sourceFile.ts';
import { fixAllSafe } from '../../server/src/features/fixAll.ts';
import { memoryFileSystem } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type FileSet, reportOn, withChanges } from '../support/check.ts';
import { grammars } from '../support/grammars.ts';

/** What the rules promise of their fixes, held over the files of every example of every rule. */

const loaded = await grammars;
const examples = rules.flatMap((rule) =>
  rule.examples.flatMap(({ files, fixed }) => [files, ...(fixed ? [fixed] : [])].map((text) => ({ rule, text }))),
);

const problemsOf = async (files: FileSet) => (await reportOn(files, rules)).problems;

describe('every fix that is offered', () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s: leaves files that parse, without the problem',
    async (_name, rule) => {
      for (const { files: text } of rule.examples) {
        const { files } = parseExample(text);
        for (const problem of await problemsOf(files)) {
          for (const fix of problem.fixes) await verifyFix(files, problem, fix);
        }
      }
    },
  );

  it('applied together as far as they are safe, comes to an end', async () => {
    for (const { text } of examples) {
      const { left } = await fixAllSafe({
        files: memoryFileSystem(parseExample(text).files),
        grammars: loaded,
        problems: (files) => checkProject({ root: '', files }, { rules, onCrash: () => {} }).problems,
        allows: () => true,
      });
      expect(
        left.filter(({ fixes }) => fixes[0]?.safety === 'safe').map(({ rule }) => rule.name),
        text,
      ).toEqual([]);
    }
  });
});

describe('every rule', () => {
  it('survives any prefix of any file of any example', async () => {
    const prefix = fc.record({
      text: fc.constantFrom(...new Set(examples.map(({ text }) => text))),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      which: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(prefix, async ({ text, share, which }) => {
        const files = new Map(parseExample(text).files);
        const path = [...files.keys()][which % files.size] ?? '';
        const source = files.get(path);
        if (source) files.set(path, { ...source, text: source.text.slice(0, Math.floor(source.text.length * share)) });
        for (const problem of await problemsOf(files)) expectInside(files, problem);
      }),
      { numRuns: 300 },
    );
  });

  it('survives any text in any kind of file', async () => {
    const names = [
      'vercel.json',
      'runtime.txt',
      '.python-version',
      'pyproject.toml',
      'Pipfile',
      'Pipfile.lock',
      'requirements.txt',
      '.vercel-preflight.toml',
      'api/index.py',
    ];
    const alphabet = [
      ...'{}[]()"\'=:,#\n\r\t \\@-.3p',
      'app',
      'handler',
      'def ',
      'import ',
      'python',
      '😀',
      '[project]',
      '[tool.vercel-preflight]',
      '[rules]',
      'per-file-ignores',
      '# preflight: ignore[',
      'suppression-unused',
      'builds',
    ];
    const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text), async (contents) => {
        const files = new Map(
          Object.entries(contents).map(([path, value]) => [path, { text: value, encoding: 'utf-8' } as SourceFile]),
        );
        for (const problem of await problemsOf(files)) expectInside(files, problem);
      }),
      { numRuns: 300 },
    );
  });
});

async function verifyFix(files: FileSet, problem: Problem, fix: ProblemFix): Promise<void> {
  const after = withChanges(files, fix.changes);
  for (const [path, source] of after) {
    const before = files.get(path);
    if (before && isWellFormed(path, before))
      expect(isWellFormed(path, source), `${fix.title}: ${source.text}`).toBe(true);
  }
  const same = (candidate: Problem) => candidate.rule === problem.rule;
  const left = (await problemsOf(after)).filter(same).length;
  const had = (await problemsOf(files)).filter(same).length;
  expect(
    left,
    `${problem.rule.name}, ${fix.title}: ${[...after.values()].map(({ text }) => text).join('\n--\n')}`,
  ).toBeLessThan(had);
}

function isWellFormed(path: string, source: SourceFile): boolean {
  const kind: FileKind | undefined = kindOf(path);
  const document = kind && parseDocument(kind, source, loaded);
  if (document?.kind === 'vercel.json') return document.errors.length === 0;
  if (document?.kind === 'python') return document.vercel?.valid ?? !document.hasError;
  if (document?.kind === 'pyproject.toml' || document?.kind === '.vercel-preflight.toml')
    return document.toml.value !== undefined;
  return true;
}

function expectInside(files: FileSet, { path, span, rule, fixes }: Problem): void {
  const length = files.get(path)?.text.length ?? -1;
  expect(span.start <= span.end && span.end <= length, `${rule.name} points outside ${path}`).toBe(true);
  for (const { changes } of fixes) withChanges(files, changes);
}
