import type { Era } from './era.ts';
import { dateOf } from './versions.ts';

/**
 * One or two sentences about when, and with what, the log was written; `undefined` where it does not say.
 * Dates are those on which a release came out.
 */
export function eraSentence({ cli, builder, evidence, isMixed, python }: Era): string | undefined {
  if (isMixed)
    return 'The log holds lines of different releases of the builder, so it comes from more than one deployment.';
  const release = releasesText(builder);
  const by = evidence[0] ? ` (told by ${evidence[0].says})` : '';
  const runs = python ? ` It runs Python ${python}.` : '';
  if (release) return `This log is from @vercel/python ${release}${by}.${runs}`;
  if (cli) return `This log is from Vercel CLI ${cli}.${runs}`;
  return python ? `This deployment runs Python ${python}.` : undefined;
}

/** `6.25.0 to 6.27.0, so not before 2026-03-04`; `undefined` where nothing is known. */
function releasesText({ from, to }: Era['builder']): string | undefined {
  if (from !== undefined && from === to) return `${from}${since(from)}`;
  if (from !== undefined && to !== undefined) return `${from} to ${to}${since(from)}`;
  if (to !== undefined) return `${to} or older`;
  return from === undefined ? undefined : `${from} or newer${since(from)}`;
}

function since(builder: string): string {
  const date = dateOf(builder);
  return date ? `, so from ${date} or later` : '';
}
