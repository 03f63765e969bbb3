import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Example } from '../../server/src/rules/rule.ts';

/** Each rule is proven from both sides. test/rules.test.ts runs the examples; here they are counted. */

const isFound = ({ files }: Example) => parseExample(files).marks.length > 0;
/** The notation for text as it stands while somebody types: a note that begins so. */
const isHalfTyped = ({ note }: Example) => note !== undefined && /^half typed\b/.test(note);

describe.each(rules)('$name', ({ examples }) => {
  const whole = examples.filter((example) => !isHalfTyped(example));

  it('is found in two examples', () => {
    expect(whole.filter(isFound).length).toBeGreaterThanOrEqual(2);
  });

  it('leaves two alone that look like them', () => {
    const silent = whole.filter((example) => !isFound(example));
    expect(silent.length).toBeGreaterThanOrEqual(2);
  });

  it('knows a text that is still being typed', () => {
    expect(examples.filter(isHalfTyped).length).toBeGreaterThanOrEqual(1);
  });
});
