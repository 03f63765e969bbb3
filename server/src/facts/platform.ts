/** Which releases of Vercel's software the facts in this folder describe. Shown by `resolve` and in the report. */
export const platform = {
  /** `@vercel/python`, the builder. */
  builder: '25.0.0',
  /** `@vercel/python-analysis`, the builder's own reader of Python files, which this product ships. */
  analysis: '0.14.0',
  /** `vercel`, the command line. */
  cli: '64.0.2',
  /** The day on which these releases were executed and read. */
  date: '2026-11-23',
} as const;
