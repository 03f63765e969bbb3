import type { Span } from '../text/span.ts';
import { quoted } from './pep440.ts';
import type { LogicalLine } from './requirementsLines.ts';

/** Options that `pip` takes on a line of their own, by every spelling, and whether a value follows. */
const fileOptions: Readonly<Record<string, boolean>> = {
  ...{ '-r': true, '--requirement': true, '-c': true, '--constraint': true, '-e': true, '--editable': true },
  ...{ '-i': true, '--index-url': true, '--pypi-url': true, '--extra-index-url': true, '--no-index': false },
  ...{ '-f': true, '--find-links': true, '--no-binary': true, '--only-binary': true, '--prefer-binary': false },
  ...{ '--require-hashes': false, '--pre': false, '--trusted-host': true, '--use-feature': true },
};

/** Options that belong to the requirement they follow. */
const requirementOptions: Readonly<Record<string, boolean>> = {
  ...{ '--hash': true, '--global-option': true },
  ...{ '-C': true, '--config-settings': true, '--config-setting': true },
};

export type OptionErrorCode =
  | 'unknown-option'
  | 'misplaced-option'
  | 'missing-value'
  | 'unclosed-quote'
  | 'invalid-hash'
  | 'ignored-text';

export interface OptionError {
  readonly code: OptionErrorCode;
  readonly span: Span;
  readonly message: string;
}

/** An option as it stands in a requirements file. */
export interface Option {
  /** From the option to the end of its value. */
  readonly span: Span;
  /** As it is written, such as `-r` or `--hash`; empty for text that belongs to no option. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Without quotes. */
  readonly value?: string;
  /** Without the quotes where they enclose all of it. */
  readonly valueSpan?: Span;
  readonly errors: readonly OptionError[];
}

interface Word {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

/**
 * The options of `line` from the offset `from` of its text on, in order. Never throws.
 * Source: SUPPORTED_OPTIONS and SUPPORTED_OPTIONS_REQ in pip 23.2.1, src/pip/_internal/req/req_file.py, and `shlex`.
 * @param behindRequirement whether a requirement stands before them, where only its own options count.
 */
export function parseOptions(line: LogicalLine, from: number, behindRequirement: boolean): Option[] {
  const words = wordsIn(line.text, from);
  const options: Option[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const { name, attached } = splitOption(word);
    const next = attached === undefined && takesNext(name, words[index + 1]) ? words[index + 1] : undefined;
    if (next) index++;
    options.push(optionOf(line, { word, name, attached: attached ?? next }, behindRequirement));
  }
  return options;
}

/** An unknown option is thought to take a value where one follows. */
function takesNext(name: string, next: Word | undefined): boolean {
  if (Object.hasOwn(requirementOptions, name)) return true;
  return Object.hasOwn(fileOptions, name) ? fileOptions[name] === true : name !== '' && !next?.value.startsWith('-');
}

/** Words as a POSIX shell splits them, without escapes: a backslash is part of a Windows path far more often. */
function wordsIn(text: string, from: number): Word[] {
  return [...text.slice(from).matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*"|['"].*)+/g)].map(({ 0: word, index }) => ({
    value: word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
    start: from + index,
    end: from + index + word.length,
    closed: !/['"]/.test(word.replace(/'[^']*'|"[^"]*"/g, '')),
  }));
}

interface Attached {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** `--name=value` and `-nvalue` taken apart; a word that is no option has no name. */
function splitOption(word: Word): { readonly name: string; readonly attached: Attached | undefined } {
  const long = /^(--[^=]*)(=)?/.exec(word.value);
  const name = long ? (long[1] ?? '') : word.value.startsWith('-') ? word.value.slice(0, 2) : '';
  const length = name.length + (long?.[2] ? 1 : 0);
  const has = name !== '' && (long ? long[2] !== undefined : word.value.length > 2);
  const attached = has ? { value: word.value.slice(length), start: word.start + length, end: word.end } : undefined;
  return { name, attached };
}

interface Parts {
  readonly word: Word;
  readonly name: string;
  readonly attached: Attached | undefined;
}

function optionOf(line: LogicalLine, { word, name, attached }: Parts, behindRequirement: boolean): Option {
  const nameSpan = line.place(word.start, name ? word.start + name.length : word.end);
  const span = line.place(word.start, attached?.end ?? word.end);
  const valueSpan = attached && unquotedSpan(line, attached);
  const error = faultIn({ word, name, attached }, behindRequirement);
  const errors = error
    ? [{ code: error[0], message: error[1], span: error[0] === 'invalid-hash' ? span : nameSpan }]
    : [];
  return {
    span,
    name,
    nameSpan,
    ...(attached ? { value: attached.value } : {}),
    ...(valueSpan ? { valueSpan } : {}),
    errors,
  };
}

function unquotedSpan({ text, place }: LogicalLine, { start, end }: Attached): Span {
  const quoted = /^(['"])[^'"]*\1$/.test(text.slice(start, end));
  return quoted ? place(start + 1, end - 1) : place(start, end);
}

function faultIn({ word, name, attached }: Parts, behindRequirement: boolean): [OptionErrorCode, string] | undefined {
  if (!name) return ['ignored-text', 'pip ignores this. Put it on a line of its own.'];
  const ofRequirement = Object.hasOwn(requirementOptions, name);
  if (!ofRequirement && !Object.hasOwn(fileOptions, name))
    return ['unknown-option', `There is no option ${quoted(name)}.`];
  if (!word.closed || /['"]/.test(attached?.value ?? '')) return ['unclosed-quote', 'The closing quote is missing.'];
  const takesValue = ofRequirement ? requirementOptions[name] : fileOptions[name];
  if (takesValue && !attached?.value) return ['missing-value', `A value must follow "${name}".`];
  if (ofRequirement !== behindRequirement) {
    return [
      'misplaced-option',
      `"${name}" has no effect here. ${ofRequirement ? 'It belongs behind a requirement.' : 'Give it its own line.'}`,
    ];
  }
  if (name === '--hash' && !/^sha(?:256|384|512):./.test(attached?.value ?? '')) {
    return ['invalid-hash', 'A hash is written as sha256:, sha384: or sha512: and its digits.'];
  }
  return undefined;
}
