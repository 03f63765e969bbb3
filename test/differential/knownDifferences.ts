/** A tree of which we say something else than Vercel's software. */
export interface KnownDifference {
  readonly differences: readonly string[];
  readonly because: string;
}

/** By the claim. Better empty. */
export const knownDifferences: Readonly<Record<string, KnownDifference>> = {};
