import { describe, expect, it } from 'vitest';
import { analysisFrom } from '../../server/src/documents/python/analysis.ts';
import { parseRequirements } from '../../server/src/documents/requirements.ts';
import { requirementsView } from '../../server/src/documents/requirementsView.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { grammars } from '../support/grammars.ts';

const { analysis } = await grammars;
if (!analysis) throw new Error("Vercel's analysis was not loaded");
const nowhere = () => undefined;

describe("Vercel's parser of requirements files", () => {
  it.each([
    ['fastapi>=0.1,<1\n', null],
    ['a b', "Couldn't parse requirement in `/vercel/path0/api/requirements.txt` at position 0"],
    ['-r base.txt', 'Error parsing included file in `/vercel/path0/api/requirements.txt` at position 0'],
  ])('says of %j', (text, fault) => {
    expect(requirementsView(utf8(text), analysis).fault('/vercel/path0/api', nowhere)).toBe(fault);
  });

  it('reads a byte order mark as the builder does', () => {
    const view = requirementsView({ text: 'a\n', encoding: 'utf-8-bom' }, analysis);
    expect(view.fault('/vercel/path0', nowhere)).toMatch(/^Unexpected '\uFEFF'/);
  });

  it('takes a path that ends like a file where there is such a folder, from the moment that there is', () => {
    const view = requirementsView(utf8('./pkg.v2\n'), analysis);
    const asked: string[] = [];
    const folders = (path: string) => {
      asked.push(path);
      return path === '/vercel/path0/pkg.v2' ? ('directory' as const) : undefined;
    };
    expect(view.fault('/vercel/path0', nowhere)).toMatch(/^Couldn't parse/);
    expect(view.fault('/vercel/path0', folders)).toBeNull();
    expect(new Set(asked)).toEqual(new Set(['/vercel/path0/pkg.v2']));
  });

  it('is asked once for one text', () => {
    let calls = 0;
    const counting = {
      view: () => undefined,
      requirementsFault(...all: Parameters<typeof analysis.requirementsFault>) {
        calls++;
        return analysis.requirementsFault(...all);
      },
    };
    const document = parseRequirements(utf8('a b\n'), counting);
    expect(calls).toBe(0);
    for (let round = 0; round < 3; round++) document.vercel?.fault('/vercel/path0', nowhere);
    expect(calls).toBe(1);
    document.vercel?.fault('/vercel/path0/api', nowhere);
    expect(calls).toBe(2);
  });

  it('is absent without the analysis', () => {
    expect(parseRequirements(utf8('a b\n'))).not.toHaveProperty('vercel');
  });

  it('says nothing where the component gave up, and answers again after that', () => {
    const deep = requirementsView(utf8(`a; ${'('.repeat(5_000)}x`), analysis);
    expect(deep.fault('/vercel/path0', nowhere)).toBeUndefined();
    expect(requirementsView(utf8('a\n'), analysis).fault('/vercel/path0', nowhere)).toBeNull();
  });

  it('says what the builder says where the component panics, and answers again after that', () => {
    const panicking = requirementsView(utf8('a; python_version < "3"😀\n'), analysis);
    expect(panicking.fault('/vercel/path0', nowhere)).toBe('unreachable');
    expect(requirementsView(utf8('a\n'), analysis).fault('/vercel/path0', nowhere)).toBeNull();
  });

  it('drops a component that failed', () => {
    let made = 0;
    const failing = analysisFrom(() => {
      made++;
      const parseRequirementsTxt = () => {
        throw new RangeError('memory access out of bounds');
      };
      return { findAppOrHandler: () => 'app', getStringConstant: () => undefined, parseRequirementsTxt };
    });
    expect(failing.requirementsFault('a', '/', nowhere)).toBeUndefined();
    expect(failing.view('app = 1')).toEqual({ valid: true, entrypoint: 'app' });
    expect(made).toBe(2);
  });
});
