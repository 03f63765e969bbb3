import type { VercelView } from './document.ts';

/** Vercel's own analysis of one module. */
export interface PythonAnalysis {
  /** What it says of the module `source`; `undefined` where it gave up. Never throws. */
  view(source: string): VercelView | undefined;
}

/** The exports of the WASM component in `@vercel/python-analysis` 0.14.0 that are used here. */
export interface AnalysisRoot {
  /** The variable that the builder would serve, or nothing, which it also says of text with a syntax error. */
  findAppOrHandler(source: string): string | undefined;
  /** The value of the string constant `name` at top level, or nothing, which it also says of text with a syntax error. */
  getStringConstant(source: string, name: string): string | undefined;
}

/** A name that no module uses. Found in text put behind a module, it tells that the module parses. */
const probe = '__vercel_preflight_probe__';

/**
 * The analysis by the component that `make` instantiates, at once and as often as needed: deep nesting makes the
 * component trap, and after a trap all its answers are wrong. The instance is then dropped and the text left unanswered.
 */
export function analysisFrom(make: () => AnalysisRoot): PythonAnalysis {
  let root: AnalysisRoot | undefined;
  return {
    view(source) {
      try {
        root ??= make();
        return viewBy(root, source);
      } catch (error) {
        if (!isComponentError(error)) root = undefined;
        return isComponentError(error) ? { valid: false, entrypoint: undefined } : undefined;
      }
    },
  };
}

function viewBy(root: AnalysisRoot, source: string): VercelView {
  const entrypoint = root.findAppOrHandler(source);
  return { valid: entrypoint !== undefined || isValid(root, source), entrypoint };
}

/** `pass` keeps a line that ends with a backslash from going on in the probe. */
function isValid(root: AnalysisRoot, source: string): boolean {
  return root.getStringConstant(`${source}\npass\n${probe} = "1"\n`, probe) === '1';
}

/** Whether `error` is an answer of the component (it could not parse) and not a failure of it. */
function isComponentError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Object.hasOwn(error, 'payload');
}
