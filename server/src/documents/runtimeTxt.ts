import type { Span } from '../text/span.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';

/** `runtime.txt`, a Heroku file: one line that names an interpreter, such as `python-3.12.4`. */
export interface RuntimeTxt {
  readonly kind: 'runtime.txt';
  readonly text: string;
  readonly encoding: Encoding;
  /** All that is not blank, from the first character to the last; absent in a blank file. */
  readonly content?: Span;
  /** The version it names; absent where the content is not one word of the form `[python[-]]3.9[.18]`. */
  readonly version?: RuntimeVersion;
}

export interface RuntimeVersion {
  readonly span: Span;
  readonly major: number;
  readonly minor: number;
  readonly patch?: number;
}

/** Never throws: a blank or odd file is a document that lacks `version`. */
export function parseRuntimeTxt({ text, encoding }: SourceFile): RuntimeTxt {
  const content = /\S(?:[\s\S]*\S)?/.exec(text);
  if (!content) return { kind: 'runtime.txt', text, encoding };
  const span = { start: content.index, end: content.index + content[0].length };
  const match = /^(?:python[-= ]?)?(\d+)\.(\d+)(?:\.(\d+))?$/i.exec(content[0]);
  if (!match) return { kind: 'runtime.txt', text, encoding, content: span };
  const [, major, minor, patch] = match;
  const version = { span, major: Number(major), minor: Number(minor), ...(patch ? { patch: Number(patch) } : {}) };
  return { kind: 'runtime.txt', text, encoding, content: span, version };
}
