import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyDocument, FileKind } from '../../server/src/documents/kinds.ts';
import { parseDocument } from '../../server/src/documents/parsers.ts';
import { foldsIn } from '../../server/src/features/folding.ts';
import { selectionAt } from '../../server/src/features/selection.ts';
import { textAt } from '../../server/src/text/span.ts';
import { grammars } from '../support/grammars.ts';

async function parsed(kind: FileKind, text: string): Promise<AnyDocument> {
  return parseDocument(kind, { text, encoding: 'utf-8' }, await grammars);
}

/** Each fold as `first line … last line`, comments marked. */
async function folds(kind: FileKind, text: string): Promise<string[] | undefined> {
  const found = foldsIn(await parsed(kind, text));
  return found?.map((fold) => {
    const lines = textAt(text, fold.span).trimEnd().split(/\r?\n/);
    return `${lines[0]?.trim()} … ${lines.at(-1)?.trim()}${fold.kind === 'comment' ? ' #' : ''}`;
  });
}

/** What a growing selection at `|` takes in. */
async function selection(kind: FileKind, marked: string): Promise<string[] | undefined> {
  const text = marked.replace('|', '');
  return selectionAt(await parsed(kind, text), marked.indexOf('|'))?.map((span) => textAt(text, span));
}

describe('folding', () => {
  it('takes in tables, values of several lines and comments of TOML', async () => {
    const text = `# one
# two

[project]
name = "x"
dependencies = [
  "flask",
  # not one
]

# of the tool
[tool.vercel]
entrypoint = "a:b"
text = """
# no comment
# either
"""

[empty]
`;
    expect(await folds('pyproject.toml', text)).toEqual([
      '[project] … ]',
      '[tool.vercel] … """',
      '[ … ]',
      '""" … """',
      '# one … # two #',
    ]);
    expect(await folds('Pipfile', '[packages]\nflask = "*"\n\n[requires]\npython_version = "3.12"\n')).toEqual([
      '[packages] … flask = "*"',
      '[requires] … python_version = "3.12"',
    ]);
    expect(await folds('.vercel-preflight.toml', '[rules]\r\na = "off"\r\n')).toEqual(['[rules] … a = "off"']);
    expect(await folds('pyproject.toml', 'a = [\n  1,\n')).toBeDefined();
  });

  it('takes in what belongs to a requirement, and parts with a comment above them', async () => {
    const text = `# web
# and more
flask==3.0.0 \\
    --hash=sha256:1 \\
    --hash=sha256:2
gunicorn
    # via -r requirements.in

# alone
# here

redis
`;
    expect(await folds('requirements.txt', text)).toEqual([
      '# web … # via -r requirements.in',
      'flask==3.0.0 \\ … --hash=sha256:2',
      'gunicorn … # via -r requirements.in',
      '# alone … # here #',
    ]);
  });

  it.each<FileKind>(['vercel.json', 'python', '.python-version', 'runtime.txt', 'Pipfile.lock'])(
    'is left to the editor in %s',
    async (kind) => {
      expect(foldsIn(await parsed(kind, 'x\n  y\n'))).toBeUndefined();
    },
  );
});

describe('a growing selection', () => {
  it('goes from a word of TOML to its value, pair, table and file', async () => {
    expect(
      await selection('pyproject.toml', '[project]\nname = "x"\nkeywords = ["a", "b|c"]\n\n[tool]\na = 1\n'),
    ).toEqual([
      'bc',
      '"bc"',
      '"a", "bc"',
      '["a", "bc"]',
      'keywords = ["a", "bc"]',
      '[project]\nname = "x"\nkeywords = ["a", "bc"]',
      '[project]\nname = "x"\nkeywords = ["a", "bc"]\n\n[tool]\na = 1\n',
    ]);
    expect(await selection('Pipfile', '[[sou|rce]]\nurl = "u"\n')).toEqual([
      'source',
      '[[source]]',
      '[[source]]\nurl = "u"',
      '[[source]]\nurl = "u"\n',
    ]);
    expect((await selection('pyproject.toml', 'a = """x|"""\n'))?.slice(0, 3)).toEqual(['x', '"""x"""', 'a = """x"""']);
    expect((await selection('.vercel-preflight.toml', 'ru|les.x = "off"\n'))?.[0]).toBe('rules.x');
  });

  it('goes from a word of a requirement to its clause, the requirement, the line and the file', async () => {
    expect(await selection('requirements.txt', 'a\nflask[async]>=3.|0,<4 ; python_version < "3.13"  # why\n')).toEqual([
      '3.0',
      '>=3.0',
      '>=3.0,<4',
      'flask[async]>=3.0,<4 ; python_version < "3.13"',
      'flask[async]>=3.0,<4 ; python_version < "3.13"  # why\n',
      'a\nflask[async]>=3.0,<4 ; python_version < "3.13"  # why\n',
    ]);
    expect((await selection('requirements.txt', '-r reqs/ba|se.txt\n'))?.slice(0, 3)).toEqual([
      'base.txt',
      'reqs/base.txt',
      '-r reqs/base.txt',
    ]);
  });

  it('knows versions', async () => {
    expect(await selection('.python-version', '# c\n3.1|2\n')).toEqual(['3.12', '# c\n3.12\n']);
    expect(await selection('runtime.txt', 'python-3.|12')).toEqual(['python-3.12']);
  });

  it.each<FileKind>(['vercel.json', 'python'])('is left to the editor in %s', async (kind) => {
    expect(selectionAt(await parsed(kind, 'x'), 0)).toBeUndefined();
  });

  it('holds the caret and grows, and folds have several lines, whatever is typed', async () => {
    const kinds: FileKind[] = [
      'pyproject.toml',
      'Pipfile',
      '.vercel-preflight.toml',
      'requirements.txt',
      'runtime.txt',
    ];
    const part = fc.constantFrom(
      '[a]\n',
      '[[b.c]]',
      'x = ',
      '"',
      '"""',
      '[',
      ']',
      '{',
      '}',
      '\n',
      '\r\n',
      '# c\n',
      'flask',
      '==1',
      ' \\\n',
      '  ',
      '-r ',
      ';',
      'é',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.array(part, { maxLength: 20 }),
        fc.nat(),
        async (kind, parts, at) => {
          const text = parts.join('');
          const document = await parsed(kind, text);
          const offset = at % (text.length + 1);
          const spans = selectionAt(document, offset) ?? [];
          for (const [index, { start, end }] of spans.entries()) {
            expect(start <= offset && offset <= end).toBe(true);
            const before = spans[index - 1];
            if (before)
              expect(start <= before.start && before.end <= end && end - start > before.end - before.start).toBe(true);
          }
          for (const { span } of foldsIn(document) ?? []) {
            expect(span.start >= 0 && span.end <= text.length).toBe(true);
            expect(textAt(text, span)).toMatch(/[\r\n]/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
