import type { BundleEstimate } from '../deployment/bundleEstimate.ts';
import { megabytesText } from '../deployment/bundleWords.ts';
import type { Span } from '../text/span.ts';
import type { RelatedPlace } from './rule.ts';

/** Where a finding about the size of a bundle belongs, and the other places that it is about. */
export interface BundlePlace {
  readonly path: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
}

const start: Span = { start: 0, end: 0 };

/** In bytes: what weighs less than this is not worth a look. */
const worthALook = 1_000_000;

/** The heaviest package where it is named; the function where only files of the project are known. */
export function bundlePlace({ heaviest, made }: BundleEstimate): BundlePlace {
  const [first, ...others] = heaviest.filter(({ kind }) => kind === 'distribution');
  const heavy = others.filter(({ bytes }) => bytes >= worthALook);
  const related = heavy.map(({ name, path, span = start, bytes }) => ({
    ...{ path, span },
    message: `\`${name}\` weighs at least ${megabytesText(bytes)}.`,
  }));
  return { path: first?.path ?? made.path, span: first?.span ?? start, related };
}
