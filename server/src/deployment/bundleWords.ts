import { megabyte } from '../facts/bundleLimits.ts';
import type { BundleEstimate, BundleOutcome } from './bundleEstimate.ts';
import type { Weight } from './bundleWeights.ts';

/** `bytes` in Vercel's megabytes, rounded down, such as `241.3 MB`. */
export function megabytesText(bytes: number): string {
  const tenths = Math.floor((bytes / megabyte) * 10);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} MB`;
}

/** Such as `torch 427 MB`. */
export function weightText({ name, bytes }: Weight): string {
  return `${name} ${megabytesText(bytes)}`;
}

/** Less is not shown, in bytes. */
const worthAWord = megabyte / 10;

/** How large the bundle is, such as `at least 427 MB, over the 225 MB of a function`; `undefined` where next to nothing is known. */
export function sizeText({ bytes, limit }: BundleEstimate): string | undefined {
  if (bytes < worthAWord) return undefined;
  const over = limit === undefined ? '' : `, over the ${megabytesText(limit)} of a function`;
  return `at least ${megabytesText(bytes)}${over}`;
}

/** What weighs most, at most five, such as `torch 427 MB, numpy 14 MB`. */
export function heaviestText({ heaviest }: BundleEstimate, most = 5): string {
  const shown = heaviest.filter(({ bytes }) => bytes >= worthAWord).slice(0, most);
  return shown.map(weightText).join(', ');
}

/** What the builder does with it, a sentence; none where it is not known to be over a limit. */
export function outcomeText({ outcome }: BundleEstimate): string[] {
  const texts: Readonly<Record<BundleOutcome, readonly string[]>> = {
    unknown: [],
    'installs-at-start': ['Vercel takes packages out of the bundle and installs them at each cold start.'],
    'stops-custom-install': [
      'The build stops: where your own command installs, Vercel takes no packages out of the bundle.',
    ],
    stops: ['The build stops with LAMBDA_SIZE_EXCEEDED.'],
  };
  return [...texts[outcome]];
}

/** What the figures rest on, a sentence each: how exact, where from, and what is missing. */
export function sizeReasons({ files, distributions, basis }: BundleEstimate): string[] {
  const { weights, unknown, isClosure } = distributions;
  const shown = unknown.length > 6 ? [...unknown.slice(0, 5), `${unknown.length - 5} more`] : unknown;
  return [
    ...(files.length > 0 ? ['Exact: the data files of the project.'] : []),
    ...(weights.length > 0
      ? [`At least: packages, by the size of their wheels before they are unpacked (${basis}).`]
      : []),
    ...(unknown.length > 0 ? [`Unknown: ${shown.join(', ')}.`] : []),
    ...(weights.length + unknown.length > 0 && !isClosure
      ? ['No lock file: what these packages need in turn is not counted.']
      : []),
    'Source files are not counted.',
  ];
}
