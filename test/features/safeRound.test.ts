import { describe, expect, it } from 'vitest';
import type { Problem, ProblemFix } from '../../server/src/check/problem.ts';
import { quickFixes } from '../../server/src/features/quickFixes.ts';
import { changesOf, safeRound } from '../../server/src/features/safeRound.ts';
import type { FileChange } from '../../server/src/text/edit.ts';

const edit = (path: string, start: number, end: number, newText = ''): FileChange => ({
  path,
  edits: [{ span: { start, end }, newText }],
});
const fix = (changes: readonly FileChange[], safety: ProblemFix['safety'] = 'safe'): ProblemFix => ({
  title: 'Fix',
  safety,
  changes,
});
const problem = (...fixes: ProblemFix[]) => ({ path: 'a', span: { start: 3, end: 5 }, fixes }) as unknown as Problem;
const everything = () => true;

describe('a round of safe fixes', () => {
  it('takes the first fix of each problem, if it is safe', () => {
    const problems = [
      problem(fix([edit('a', 0, 1)])),
      problem(fix([edit('a', 2, 3)], 'unsafe'), fix([edit('a', 4, 5)])),
    ];
    expect([...safeRound(problems, everything).values()]).toEqual([edit('a', 0, 1)]);
  });

  it('puts the edits of a file together, and leaves out a fix that collides, all of it', () => {
    const problems = [
      problem(fix([edit('a', 0, 3)])),
      problem(fix([edit('b', 0, 1), edit('a', 2, 4)])),
      problem(fix([edit('a', 5, 6)])),
    ];
    expect(Object.fromEntries(safeRound(problems, everything))).toEqual({
      a: {
        path: 'a',
        edits: [
          { span: { start: 0, end: 3 }, newText: '' },
          { span: { start: 5, end: 6 }, newText: '' },
        ],
      },
    });
  });

  it('does not create or remove what another fix changes', () => {
    const problems = [
      problem(fix([{ path: 'a', create: 'x' }])),
      problem(fix([edit('a', 0, 1)])),
      problem(fix([{ path: 'a', remove: true }])),
    ];
    expect([...safeRound(problems, everything).values()]).toEqual([{ path: 'a', create: 'x' }]);
  });

  it('leaves out what the caller cannot do', () => {
    expect(safeRound([problem(fix([edit('a', 0, 1)]))], () => false).size).toBe(0);
  });

  it('does not take a fix that contradicts itself', () => {
    expect(changesOf(fix([edit('a', 0, 2), edit('a', 1, 3)]))).toBeUndefined();
  });
});

describe('quick fixes', () => {
  it('touch the range, an edge included; only a safe first fix is preferred', () => {
    const first = problem(fix([]), fix([]));
    const second = problem(fix([], 'unsafe'));
    const found = quickFixes([first, second], { start: 5, end: 5 });
    expect(found.map(({ isPreferred }) => isPreferred)).toEqual([true, false, false]);
    expect(quickFixes([first], { start: 6, end: 9 })).toEqual([]);
  });
});
