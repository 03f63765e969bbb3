import { megabyte } from '../facts/bundleLimits.ts';
import type { BundleEstimate } from './bundleEstimate.ts';
import type { Weight } from './bundleWeights.ts';

/** `bytes` in Vercel's megabytes, rounded down, such as `241.3 MB`. */
export function megabytesText(bytes: number): string {
  const tenths = Math.floor((bytes / megabyte) * 10);
  return tenths === 0 && bytes > 0
    ? 'less than 0.1 MB'
    : `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} MB`;
}

/** Such as `torch 427 MB`. */
export function weightText({ name, bytes }: Weight): string {
  return `${name} ${megabytesText(bytes)}`;
}

/** How large the bundle is and how sure that is, in a sentence without its full stop. */
export function sizeText({ bytes, files, distributions: { weights, unknown } }: BundleEstimate): string {
  if (files.length + weights.length === 0) return 'How large it is cannot be told';
  const size = bytes > 0 && bytes < megabyte / 10 ? 'less than 0.1 MB' : `at least ${megabytesText(bytes)}`;
  const parts = [
    ...(files.length > 0 ? [counted(files.length, 'data file')] : []),
    ...(weights.length > 0 ? [counted(weights.length, 'package')] : []),
  ];
  const without = unknown.length > 0 ? `, without ${unknown.length} of unknown size` : '';
  return `The size of ${parts.join(' and ')} is known: ${size}${without}`;
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

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
