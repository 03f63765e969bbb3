import type { PythonAnalysis } from './analysis.ts';
import type { VercelView } from './document.ts';

/** What is known of a part of a module, a statement at top level, for as long as its text stays the same. */
export interface KnownPart {
  view?: VercelView | undefined;
  asked?: boolean;
}

/** A part of a text, in UTF-16 offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly known: KnownPart;
}

/**
 * What `analysis` says of `text`, worked out from its parts: after an edit only those that changed are asked about.
 * `undefined` where the parts do not tell: one of them is no module by itself, which the whole may be all the same.
 *
 * Modules one behind the other are a module, and the builder takes the first statement that serves
 * (@vercel/python-analysis 0.14.0, `findAppOrHandler`; test/documents/python/vercelView.test.ts holds both).
 */
export function viewOfParts(analysis: PythonAnalysis, text: string, parts: readonly Part[]): VercelView | undefined {
  // A backslash at the end of a file makes two questions about it disagree.
  if (/\\\s*$/.test(text.slice(-1000))) return undefined;
  let entrypoint: string | undefined;
  for (const part of parts) {
    const view = viewOfPart(analysis, text, part);
    if (!view?.valid) return undefined;
    entrypoint ??= view.entrypoint;
  }
  return { valid: true, entrypoint };
}

function viewOfPart(analysis: PythonAnalysis, text: string, { start, end, known }: Part): VercelView | undefined {
  if (!known.asked) known.view = analysis.view(text.slice(start, end));
  known.asked = true;
  return known.view;
}
