/**
 * The longest that a function may run, in seconds, by plan (with fluid compute), and what the schema takes at all.
 *
 * Source: https://vercel.com/docs/functions/configuring-functions/duration, as of December 2025; the schema of `vercel` 64.0.2
 * Date: 2026-11-23
 */
export const planLimits = { hobby: 300, pro: 800, schema: 3600 } as const;
