import type { Span } from '../text/span.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';

/** `.python-version`: one request for an interpreter a line, which the builder takes as alternatives. */
export interface PythonVersionFile {
  readonly kind: '.python-version';
  readonly text: string;
  readonly encoding: Encoding;
  /** All that is not blank, comments included; absent in a blank file. */
  readonly content?: Span;
  /** Every line that is neither blank nor a comment, in order, whether or not it means something. */
  readonly requests: readonly PythonVersionRequest[];
}

export interface PythonVersionRequest {
  /** The line without outer blanks: a `#` behind a version is part of it, as it is for the builder. */
  readonly value: string;
  readonly span: Span;
}

/**
 * Never throws. Lines as the builder cuts them: `parsePythonVersionFile` in @vercel/python-analysis 0.14.0, which ends
 * lines at `\n` and `\r\n` and knows comments at the start of a line only (platform.md C.2.8 and F13).
 */
export function parsePythonVersionFile({ text, encoding }: SourceFile): PythonVersionFile {
  const requests = [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const value = line.trim();
    const start = index + line.indexOf(value);
    return value && !value.startsWith('#') ? [{ value, span: { start, end: start + value.length } }] : [];
  });
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  const content = trimmed ? { content: { start, end: start + trimmed.length } } : {};
  return { kind: '.python-version', text, encoding, ...content, requests };
}
