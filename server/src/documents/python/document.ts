import type { Span } from '../../text/span.ts';
import type { Encoding } from '../sourceFile.ts';
import type { Statement } from './syntax.ts';

/** A Python module: its statements, its comments, and what Vercel's own parser says of it. */
export interface PythonDocument {
  readonly kind: 'python';
  readonly text: string;
  readonly encoding: Encoding;
  /** The statements at top level, in order. */
  readonly statements: readonly Statement[];
  /** Every comment, from `#` to the end of its line. */
  readonly comments: readonly Span[];
  /** Whether tree-sitter had to skip or invent something. Without such an error a file can still be no valid Python. */
  readonly hasError: boolean;
  /** The parts of the text in which it had to, each about one statement at top level; the others parse by themselves. */
  readonly broken: readonly Span[];
  /** What Vercel's own analysis says, asked for when first read; absent where it is not at hand or gave up. */
  readonly vercel?: VercelView;
}

/** The answers of Vercel's own analysis (`@vercel/python-analysis`, see facts/platform.ts for its version). */
export interface VercelView {
  /** Whether its parser accepts the text. It knows no versions: Python 2 is refused, everything newer is accepted. */
  readonly valid: boolean;
  /** The variable the builder would find: `app`, `application` or a class called `handler` in any case; `undefined` for none. */
  readonly entrypoint: string | undefined;
}
