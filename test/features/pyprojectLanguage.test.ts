import { describe, expect, it } from 'vitest';
import type { AnyDocument } from '../../server/src/documents/kinds.ts';
import { parseDocument } from '../../server/src/documents/parsers.ts';
import { pyprojectCompletion, pyprojectHover } from '../../server/src/features/pyprojectLanguage.ts';
import { grammars } from '../support/grammars.ts';

async function parsed(marked: string): Promise<{ document: AnyDocument; offset: number }> {
  const source = { text: marked.replace('|', ''), encoding: 'utf-8' } as const;
  return { document: parseDocument('pyproject.toml', source, await grammars), offset: marked.indexOf('|') };
}

async function offered(marked: string) {
  const { document, offset } = await parsed(marked);
  return pyprojectCompletion(document, offset);
}

const labels = async (marked: string) => (await offered(marked)).map(({ label }) => label);

/** The text after this completion was accepted, with its places. */
async function chosen(marked: string, label: string): Promise<string | undefined> {
  const one = (await offered(marked)).find((each) => each.label === label);
  const text = marked.replace('|', '');
  return one && text.slice(0, one.span.start) + one.newText + text.slice(one.span.end);
}

async function hover(marked: string): Promise<string | undefined> {
  const { document, offset } = await parsed(marked);
  return pyprojectHover(document, offset)?.markdown;
}

describe('keys of pyproject.toml that Vercel reads', () => {
  it('are offered where they are not', async () => {
    expect(await chosen('[project]\nrequi|', 'requires-python')).toBe('[project]\nrequires-python = "$1"');
    expect(await labels('[project]\n|\nrequires-python = ">=3.12"\n')).toEqual([]);
    expect(await chosen('[project]\nrequ| = ">=3.12"\n', 'requires-python')).toBe(
      '[project]\nrequires-python = ">=3.12"\n',
    );
    expect(await labels('[tool.vercel]\n|')).toEqual(['entrypoint']);
    expect(await labels('[tool.vercel.scripts]\n|')).toEqual(['install', 'build']);
    expect(await labels('[tool.vercel]\nscripts.|')).toEqual(['install', 'build']);
  });

  it('are those of the table around the caret', async () => {
    const first = '[[tool.vercel.subscribers]]\nentrypoint = "a:b"\ntopics = ["x"]\n';
    expect(await labels(`${first}[[tool.vercel.subscribers]]\n|`)).toEqual(['entrypoint', 'topics']);
    expect(await labels(`${first}|`)).toEqual([]);
    expect(await labels('[[tool.vercel.subscribers]]\nentrypoint = "a:b"\nto|')).toEqual(['topics']);
    expect(await labels('[[tool.vercel.workflows]]\n|')).toEqual(['entrypoint']);
  });

  it.each([
    '|',
    '[tool.other]\n|',
    '[project]\nname = "|"\n',
    '[project]\n# |\n',
    '[tool.vercel]\nentrypoint = |',
    '[project]\nname = "x" |\n',
    '[tool.vercel-preflight]\n|',
  ])('are not offered in %j', async (marked) => {
    expect(await labels(marked)).toEqual([]);
  });
});

describe('tables of pyproject.toml that Vercel reads', () => {
  it('are offered by the rest of their names, once', async () => {
    expect(await labels('[|')).toEqual(['tool.vercel', 'tool.vercel.scripts', 'tool.vercel-preflight']);
    expect(await chosen('[tool.ver|', 'vercel')).toBe('[tool.vercel');
    expect(await chosen('[tool.ver|]\n', 'vercel-preflight')).toBe('[tool.vercel-preflight]\n');
    expect(await labels('[tool.vercel]\nentrypoint = "a:b"\n[tool.|')).toEqual(['vercel.scripts', 'vercel-preflight']);
    expect(await labels('[[tool.vercel.|')).toEqual(['subscribers', 'workflows']);
    expect(await labels('[project.|')).toEqual([]);
  });
});

describe('hover in pyproject.toml', () => {
  it.each([
    ['[project]\nrequires-|python = ">=3.12"\n', /Vercel chooses/],
    ['[tool.|vercel]\n', /deployed to Vercel/],
    ['[tool.vercel]\n|entrypoint = "main:app"\n', /module:variable/],
    ['[[tool.vercel.subs|cribers]]\n', /queue messages/],
    ['[[tool.vercel.subscribers]]\nto|pics = ["x"]\n', /topics/],
    ['[tool.vercel.scripts]\nin|stall = "x"\n', /takes the place/],
    ['[tool.vercel-pre|flight]\n', /Vercel does not read it/],
  ])('explains %j', async (marked, text) => {
    expect(await hover(marked)).toMatch(text);
  });

  it.each(['[pro|ject]\n', '[project]\nna|me = "x"\n', '[tool.vercel]\nentrypoint = "ma|in:app"\n', '|\n'])(
    'is silent in %j',
    async (marked) => {
      expect(await hover(marked)).toBeUndefined();
    },
  );
});
