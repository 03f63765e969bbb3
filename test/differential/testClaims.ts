import { describe, expect, it } from 'vitest';
import { differences } from './compare.ts';
import { knownDifferences } from './knownDifferences.ts';
import { ourVerdict } from './ours.ts';
import { realVerdict } from './realBuilder.ts';
import type { Claims } from './trees/tree.ts';

/** Gives each tree to Vercel's own software and to us. */
export function testClaims(about: string, claims: Claims): void {
  describe(about, () => {
    it.each(Object.entries(claims))('%s', async (claim, tree) => {
      const found = differences(await realVerdict(tree), await ourVerdict(tree), tree.root);
      expect(found, found.join('; ')).toEqual(knownDifferences[claim]?.differences ?? []);
    });
  });
}
