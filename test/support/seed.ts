import fc from 'fast-check';

/** Property tests meet the same cases in every run of CI, and new ones by hand. PREFLIGHT_SEED repeats a run, `random` never does. */
const seed = process.env.PREFLIGHT_SEED ?? (process.env.CI ? '20261123' : undefined);
if (seed !== undefined && seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
