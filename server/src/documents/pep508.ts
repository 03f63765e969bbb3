import type { Span } from '../text/span.ts';
import {
  type Place,
  parseSpecifierSet,
  placeAt,
  quoted,
  type SpecifierErrorCode,
  type SpecifierSet,
} from './pep440.ts';
import { parseVersion } from './pep440Version.ts';
import { type MarkerErrorCode, type MarkerNode, normalizeName, parseMarker } from './pep508Marker.ts';

export {
  evaluateMarker,
  type MarkerComparison,
  type MarkerEnvironment,
  type MarkerNode,
  type MarkerOperand,
  type MarkerOperator,
  type MarkerVariable,
  normalizeName,
} from './pep508Marker.ts';

export type RequirementErrorCode =
  | SpecifierErrorCode
  | MarkerErrorCode
  | 'invalid-name'
  | 'invalid-extra'
  | 'unclosed-extras'
  | 'unclosed-parenthesis'
  | 'missing-url'
  | 'empty-clause'
  | 'unexpected-text';

export interface RequirementError {
  readonly code: RequirementErrorCode;
  readonly span: Span;
  readonly message: string;
}

/** A requirement by PEP 508: a name, extras, and a version specifier or a URL, and a marker. */
export interface Requirement {
  /** From the first character that is not blank to the last. */
  readonly span: Span;
  /** As it is written; empty where the text starts with no name. */
  readonly name: string;
  readonly nameSpan: Span;
  /** By PEP 503. */
  readonly normalizedName: string;
  readonly extras: readonly string[];
  /** From `[` to `]`. */
  readonly extrasSpan?: Span;
  /** Absent where there is none. Parentheses around it lie outside its span. */
  readonly specifier?: SpecifierSet;
  readonly url?: string;
  readonly urlSpan?: Span;
  /** What follows the semicolon, to the end. `node` is absent where the marker has an error. */
  readonly marker?: { readonly span: Span; readonly node?: MarkerNode };
  /** What `pip` refuses it for, in order; those of the specifier and of the marker among them. */
  readonly errors: readonly RequirementError[];
}

/**
 * The requirement that all of `text` is. Never throws, and goes on behind an error where it can.
 * Source: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ (read 2026-11-23).
 * @param where the offset of `text` in its file, or what turns offsets into `text` into spans of the file.
 */
export function parseRequirement(text: string, where: number | Place = 0): Requirement {
  return new RequirementParser(text, typeof where === 'number' ? placeAt(where) : where).requirement();
}

const wholeName = /^[A-Z0-9](?:[A-Z0-9._-]*[A-Z0-9])?$/i;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

class RequirementParser {
  private readonly text: string;
  private readonly place: Place;
  private readonly errors: RequirementError[] = [];
  private at = 0;

  constructor(text: string, place: Place) {
    this.text = text.trimEnd();
    this.place = place;
  }

  requirement(): Requirement {
    this.take(/\s*/y);
    const start = this.at;
    const name = this.take(/[A-Z0-9](?:[A-Z0-9._-]*[A-Z0-9])?/iy);
    const result: Writable<Requirement> = {
      span: this.place(start, Math.max(start, this.text.length)),
      ...{ name, nameSpan: this.place(start, this.at), normalizedName: normalizeName(name) },
      ...{ extras: [], errors: this.errors },
    };
    if (!name || /[._-]/.test(this.text.charAt(this.at))) {
      this.invalidName(start);
      return result;
    }
    this.take(/\s*/y);
    if (this.extras(result)) {
      this.take(/\s*/y);
      if (this.take(/@\s*/y)) this.url(result);
      else this.specifier(result);
      this.marker(result);
    }
    return result;
  }

  private invalidName(start: number): void {
    const word = /[^\s;,[(@~=!<>]*/y;
    word.lastIndex = start;
    const text = word.exec(this.text)?.[0] || this.text.charAt(start);
    const message = text
      ? `${quoted(text)} is no package name. Names start and end with a letter or a digit.`
      : 'A package name is missing here.';
    this.fail('invalid-name', message, start, start + text.length);
  }

  /** False where the rest of the line cannot be told apart from extras that were not closed. */
  private extras(result: Writable<Requirement>): boolean {
    const start = this.at;
    if (!this.take(/\[/y)) return true;
    const inner = this.take(/[^\]]*/y);
    if (!this.take(/\]/y)) {
      this.fail('unclosed-extras', 'The "]" behind the extras is missing.', start, this.text.length);
      return false;
    }
    result.extrasSpan = this.place(start, this.at);
    if (!inner.trim()) return true;
    let from = start + 1;
    result.extras = inner.split(',').map((item) => {
      const extra = item.trim();
      const at = from + item.indexOf(extra);
      from += item.length + 1;
      if (!wholeName.test(extra)) {
        this.fail('invalid-extra', `${quoted(extra)} is no name of an extra.`, at, at + extra.length);
      }
      return extra;
    });
    return true;
  }

  private url(result: Writable<Requirement>): void {
    const start = this.at;
    const url = this.take(/\S+/y);
    if (url) {
      result.url = url;
      result.urlSpan = this.place(start, this.at);
    } else {
      this.fail('missing-url', 'A URL must follow "@".', start - 1, start);
    }
    this.take(/\s*/y);
  }

  private specifier(result: Writable<Requirement>): void {
    const open = this.at;
    const parenthesis = this.take(/\(/y) !== '';
    const start = this.at;
    const text = this.take(parenthesis ? /[^)]*/y : /[^;]*/y);
    const closed = !parenthesis || this.take(/\)/y) !== '';
    this.take(/\s*/y);
    const trimmed = text.trim();
    const from = start + text.indexOf(trimmed);
    const [word = ''] = trimmed.split(/[\s,]/, 1);
    if (!closed) {
      this.fail('unclosed-parenthesis', 'The ")" behind the versions is missing.', open, this.text.length);
    } else if (trimmed && !/^[~=!<>^,]/.test(word) && !parseVersion(word)) {
      const message = `${quoted(trimmed)} is neither a version specifier nor a marker.`;
      this.fail('unexpected-text', message, from, from + trimmed.length);
    } else if (trimmed) {
      this.clauses(result, trimmed, from);
    }
  }

  private clauses(result: Writable<Requirement>, text: string, from: number): void {
    const gap = /^,|,\s*,/.exec(text);
    if (gap) {
      const start = from + gap.index;
      this.fail('empty-clause', 'A specifier is missing beside this comma.', start, start + gap[0].length);
    }
    result.specifier = parseSpecifierSet(text, (start, end) => this.place(from + start, from + end));
    this.errors.push(...result.specifier.errors);
  }

  private marker(result: Writable<Requirement>): void {
    if (this.at >= this.text.length) return;
    if (!this.take(/;\s*/y)) {
      const message = `${quoted(this.text.slice(this.at))} is unexpected here.`;
      this.fail('unexpected-text', message, this.at, this.text.length);
      return;
    }
    const start = this.at;
    const node = parseMarker(this.text.slice(start), (a, b) => this.place(start + a, start + b));
    result.marker = { span: this.place(start, this.text.length), ...('code' in node ? {} : { node }) };
    if ('code' in node) this.errors.push(node);
  }

  /** What the sticky `pattern` matches here, passed over; empty where it matches nothing. */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0] ?? '';
    this.at += match.length;
    return match;
  }

  private fail(code: RequirementErrorCode, message: string, start: number, end: number): void {
    this.errors.push({ code, span: this.place(start, end), message });
  }
}
