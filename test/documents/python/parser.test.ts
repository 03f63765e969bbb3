import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { convertTree } from '../../../server/src/documents/python/convert.ts';
import type { PythonDocument } from '../../../server/src/documents/python/document.ts';
import { utf8 } from '../../../server/src/documents/sourceFile.ts';
import { grammars, readWasm } from '../../support/grammars.ts';
import { realisticHandlers } from './sources.ts';

const { python } = await grammars;
const wholeParser = new Parser().setLanguage(await Language.load(await readWasm('tree-sitter-python.wasm')));

/** Text that a person types or pastes, with what a parser of Python trips over. */
const piece = fc.oneof(
  fc.constantFrom(
    '(',
    ')',
    '[',
    '{',
    '}',
    '"',
    "'",
    '"""',
    '\\',
    ':',
    '#',
    ',',
    '=',
    '.',
    ' ',
    '    ',
    '\t',
    '\n',
    '\r\n',
  ),
  fc.constantFrom(
    'def f():',
    'class A:',
    'async ',
    'import os',
    'from x import y as z',
    'if a:\n  b',
    '@d\n',
    'f"{x!r:>{w}}"',
  ),
  fc.constantFrom('é', '😀', '\ud83d', '\ude00', '\0', 'match x:\n  case 1: pass\n', 'print x', '# c\n', 'lambda: 0'),
  fc.string({ maxLength: 4 }),
);
const edit = fc.record({ at: fc.nat(), remove: fc.nat(12), insert: fc.oneof(piece, fc.constant('')) });

function edited(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** All of a document but what Vercel says, which is not made from the tree. */
function partsOf({ kind, text, encoding, statements, comments, hasError }: PythonDocument): object {
  return { kind, text, encoding, statements, comments, hasError };
}

describe('parsing again after an edit', () => {
  it('gives what a full parse gives, after any sequence of edits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...realisticHandlers), fc.array(edit, { maxLength: 12 }), (text, edits) => {
        let document = python.parse(utf8(text));
        for (const each of edits) {
          const file = utf8(edited(document.text, each));
          document = python.parse(file, document);
          expect(partsOf(document)).toStrictEqual(partsOf(python.parse(file)));
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("gives what Vercel's analysis says of the whole, after any sequence of edits", () => {
    fc.assert(
      fc.property(fc.constantFrom(...realisticHandlers), fc.array(edit, { maxLength: 12 }), (text, edits) => {
        let document = python.parse(utf8(text));
        for (const each of edits) {
          const file = utf8(edited(document.text, each));
          document = python.parse(file, document);
          expect(document.vercel).toEqual(python.parse(file).vercel);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each([
    ['the first statement that serves', 'app = 1\n\nclass handler(B):\n  pass\n\napplication = 2\n', 0],
    ['a matrix product that looks like a decorator', 'x = (a\n@b)\n\napp = 1\n', 14],
    ['an f-string over lines', 'app = 1\nx = f"{\ny\n}"\n', 20],
    ['a backslash at the end', 'app = 1\n\\\n', 0],
    ['an indented line that belongs to nothing', 'app = 1\n  x = 2\n\ny = 3\n', 20],
  ])('asks Vercel of the whole where the parts do not tell: %s', (_what, text, at) => {
    const before = python.parse(utf8(text));
    for (const insert of ['#', 'app = 2\n', ' ', '\n']) {
      const file = utf8(text.slice(0, at) + insert + text.slice(at));
      expect(python.parse(file, before).vercel).toEqual(python.parse(file).vercel);
    }
  });

  it('takes statements before the edit as they are, and moves those behind', () => {
    const before = python.parse(utf8('import os\n\nx = 1\n\ny = "é"  # c\n'));
    const after = python.parse(utf8('import os\n\nx = 123\n\ny = "é"  # c\n'), before);
    expect(after.statements[0]).toBe(before.statements[0]);
    expect(after.statements[2]?.span).toEqual({ start: 20, end: 27 });
    expect(after.comments).toEqual([{ start: 29, end: 32 }]);
  });

  it('gives the previous document itself when nothing changed', () => {
    const before = python.parse(utf8('x = 1\n'));
    expect(python.parse(utf8('x = 1\n'), before)).toBe(before);
  });

  it('can start twice from the same document', () => {
    const before = python.parse(utf8('x = 1\n'));
    python.parse(utf8('x = 12\n'), before);
    expect(partsOf(python.parse(utf8('y = 1\n'), before))).toEqual(partsOf(python.parse(utf8('y = 1\n'))));
  });

  it('does not take what only looks the same', () => {
    const before = python.parse(utf8('x = 1\ny = 2\n'));
    const after = python.parse(utf8('x = (\ny = 2\n'), before);
    expect(partsOf(after)).toStrictEqual(partsOf(python.parse(utf8('x = (\ny = 2\n'))));
  });
});

describe('parsing in chunks', () => {
  const statement = fc.constantFrom(
    ...[
      'import os',
      'x = 1; y = 2',
      '"""doc\nimport x\n"""',
      '@d\n# c\n@e\ndef f():\n    pass',
      'x = (\n1,\n)  # c',
      '# c',
    ],
    ...[
      'if a:\n  b\n# c\nelif c: d\nelse:\n\n  e',
      'try:\n\ta\nexcept* A:\n\tb\nfinally:\n\tc',
      'f"{x["a"]}" \'"\'',
      '',
    ],
    ...[
      'class A:\n\n    # c\n    def f(self): return [\n1\n]\n',
      'for x in y: pass\nelse: pass',
      'r"\\\\"',
      'b = {\n"a": 1}',
    ],
    ...['x = a \\\n  + b', "x = '''\ndef f(\n'''", 'x: int = (yield\nfrom y)'],
  );

  it('gives what the tree of the whole text gives', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 10 }), fc.constantFrom('\n', '\r\n'), (statements, ending) => {
        const text = statements.join('\n').replaceAll('\n', ending);
        const tree = wholeParser.parse(text);
        if (!tree) throw new Error('no tree');
        const { hasError } = tree.rootNode;
        const whole = convertTree(tree.rootNode, text);
        tree.delete();
        const document = python.parse(utf8(text));
        expect({ statements: document.statements, comments: document.comments }).toStrictEqual(whole);
        expect(document.hasError).toBe(hasError);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('text that is no Python yet', () => {
  it.each(realisticHandlers.map((text) => [text.split('\n')[0], text]))(
    'every beginning of %s is a document',
    (_, text) => {
      let document = python.parse(utf8(''));
      for (let length = 0; length <= text.length; length++) {
        document = python.parse(utf8(text.slice(0, length)), document);
        expect(document.text.length).toBe(length);
      }
    },
  );

  it('nests 3,000 deep without a throw', () => {
    const nested = ['(', '[', '{', 'f(', 'not ', 'lambda: ', '-', 'await ', 'x if y else '];
    for (const open of nested) expect(() => python.parse(utf8(`x = ${open.repeat(3000)}`))).not.toThrow();
    expect(() => python.parse(utf8(`x = ${'('.repeat(3000)}1${')'.repeat(3000)}`))).not.toThrow();
    expect(() => python.parse(utf8(`x = ${'1 + '.repeat(20000)}1`))).not.toThrow();
    expect(() => python.parse(utf8(`x${'.y()'.repeat(3000)}`))).not.toThrow();
    const blocks = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('');
    expect(() => python.parse(utf8(blocks))).not.toThrow();
  }, 60_000);

  it('holds 1 MB', () => {
    const text = 'def f(a, b=1):\n    return {"a": a, "b": [b, 2]}  # c\n\n'.repeat(19_000);
    const document = python.parse(utf8(text));
    expect([document.statements.length, document.comments.length, document.hasError]).toEqual([19_000, 19_000, false]);
  }, 60_000);

  it('finds the definitions behind an error', () => {
    const { statements, hasError } = python.parse(utf8('def f(\n\nclass Handler(Base):\n    pass\n'));
    expect(hasError).toBe(true);
    expect(statements.map((statement) => (statement.kind === 'class' ? statement.name : statement.kind))).toEqual([
      'otherStatement',
      'Handler',
    ]);
  });
});

it('ends a comment before the line ending, of whatever kind', () => {
  for (const ending of ['\n', '\r\n']) {
    const text = `x = 1  # one${ending}def f():${ending}    # two${ending}    pass${ending}`;
    const { comments } = python.parse(utf8(text));
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# one', '# two']);
  }
});
