/**
 * How long a function may run where vercel.json says nothing.
 *
 * Source: https://vercel.com/docs/functions/configuring-functions/duration (platform facts, part C.5: a Hobby project with fluid
 * compute is stopped after 300 s; older projects after 10 to 60 s)
 * Date: 2026-11-23
 */
export const defaultMaxDuration = 300;
