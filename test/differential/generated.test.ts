import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differences } from './compare.ts';
import { ourVerdict } from './ours.ts';
import { realVerdict } from './realBuilder.ts';
import { generatedTree } from './trees/generated.ts';
import { requirementNonsense } from './trees/requirementNonsense.ts';

/**
 * The same trees in every run; others with `PREFLIGHT_SEED=random` or a number, more with `PREFLIGHT_RUNS`.
 * A failure prints the smallest tree and the seed.
 */
const { PREFLIGHT_SEED: seed = '1', PREFLIGHT_RUNS: runs = '300' } = process.env;

it.each([
  ['trees', generatedTree],
  ['requirements files of nonsense', requirementNonsense],
])(`we agree with Vercel's builder on ${runs} generated %s`, { timeout: 600_000 }, async (_, trees) => {
  const property = fc.asyncProperty(trees, async (tree) => {
    const found = differences(await realVerdict(tree), await ourVerdict(tree), tree.root);
    const files = JSON.stringify(Object.fromEntries([...tree.files].map(([path, { text }]) => [path, text])), null, 1);
    expect(found, `${found.join('; ')}\nroot "${tree.root}" of ${files}`).toEqual([]);
  });
  await fc.assert(property, { numRuns: Number(runs), ...(seed === 'random' ? {} : { seed: Number(seed) }) });
});
