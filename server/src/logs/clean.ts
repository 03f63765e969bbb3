import { type Piece, slice, without } from './line.ts';

const esc = String.fromCharCode(27);
const csi = String.fromCharCode(0x9b);
const bell = String.fromCharCode(7);

/** Escape sequences of terminals (ECMA-48 CSI and OSC), whole or with the escape character lost in a copy. */
const escapes = new RegExp(
  [
    `(?:${esc}\\[|${csi})[0-?]*[ -/]*[@-~]`,
    `${esc}\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\)?`,
    `${esc}[@-Z\\\\-_]?`,
  ].join('|'),
  'g',
);
const lostEscapes = /\[(?:\d{1,2}(?:;\d{1,3})*)m/g;

/** `piece` without colours and other commands to a terminal. */
export function withoutColours(piece: Piece): Piece {
  const { text } = piece;
  const hasEscape = text.includes(esc) || text.includes(csi);
  if (!hasEscape && !text.includes('[')) return piece;
  const pattern = hasEscape ? escapes : lostEscapes;
  const spans = [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
  return spans.length > 0 ? without(piece, spans) : piece;
}

/** `> ` before the lines of a quote; Python's own `>>> ` is none. */
const quote = /^[ \t]{0,3}(?:>(?!>>)[ \t]?)+/;

const clock = String.raw`\d{1,2}:\d\d:\d\d(?:[.,:]\d{1,9})?(?: ?[AP]M)?`;
const zone = String.raw`(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?`;
const day = String.raw`(?:\d{4}-\d\d-\d\d[T ]|\d{1,4}[/.]\d{1,2}[/.]\d{1,4},? |[A-Z][A-Za-z]{2}\.? \d{1,2},? (?:\d{4},? )?(?:at )?)?`;

/** A moment, at the beginning of a line, in brackets or bare, and one blank behind it. Sticky: it tells where it ends. */
const timestamp = new RegExp(String.raw`\s*(?:\[${day}${clock}${zone}\]|${day}${clock}${zone})(?::?[ \t]|$)`, 'y');

/** What stands between a moment and the line: the column of a table, and the level that the dashboard copies along. */
const behindTime = /(?:\|[ \t]?)?(?:\[(?:error|warning|info|debug|fatal)\][ \t])?/y;

/** Words that tools put before each line of a stream. */
const stream = /^(?:\[(?:stdout|stderr)\]|(?:stdout|stderr)(?: [A-Z])?(?: \||:))[ \t]?/;

/** `piece` without what stands before each line: quotes, timestamps, names of streams. */
export function withoutPrefix(piece: Piece): Piece {
  let rest = piece;
  const quoted = mayBeQuote(rest.text) ? quote.exec(rest.text) : null;
  if (quoted) rest = slice(rest, quoted[0].length);
  // Two, because a log that was copied from another tool carries that tool's as well.
  for (let round = 0; round < 2; round++) {
    timestamp.lastIndex = 0;
    if (!mayBeTimestamp(rest.text) || !timestamp.test(rest.text)) break;
    behindTime.lastIndex = timestamp.lastIndex;
    behindTime.test(rest.text);
    rest = slice(rest, behindTime.lastIndex);
  }
  const named = rest.text.startsWith('std') || rest.text.startsWith('[std') ? stream.exec(rest.text) : null;
  return named ? slice(rest, named[0].length) : rest;
}

function mayBeQuote(text: string): boolean {
  const at = text.search(/[^ \t]/);
  return at >= 0 && at < 4 && text[at] === '>';
}

function mayBeTimestamp(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && colon < 32;
}
