/**
 * The longest that a function may run, in seconds, by plan (with fluid compute), and what the schema takes at all.
 *
 * Source: https://vercel.com/docs/functions/configuring-functions/duration, as of December 2025; the schema of `vercel` 64.0.2
 * Date: 2026-11-23
 */
export const planLimits = { hobby: 300, pro: 800, schema: 3600 } as const;

/**
 * The memory of a function in megabytes: what the schema takes, and what plans allow.
 *
 * Source: the schema of `vercel` 64.0.2; for plans Vercel's documentation as of December 2025 (platform facts, part C.5),
 * whose address https://vercel.com/docs/functions/limitations is general knowledge
 * Date: 2026-11-23
 */
export const memoryLimits = { minimum: 128, maximum: 10240, hobby: 2048, pro: 4096 } as const;
