import type { VercelView } from './document.ts';

/** Vercel's own analysis of Python modules and requirements files. */
export interface PythonAnalysis {
  /** What it says of the module `source`; `undefined` where it gave up. Never throws. */
  view(source: string): VercelView | undefined;
  /**
   * Why it refuses a requirements file, in its words; `null` where it takes it, `undefined` where it gave up. Never throws.
   * @param text the file as the builder reads it
   * @param directory the absolute path of its folder
   */
  requirementsFault(text: string, directory: string, kindAt: KindAt): string | null | undefined;
}

/** What there is at an absolute path. Must not throw: it is called from inside the component. */
export type KindAt = (path: string) => 'file' | 'directory' | undefined;

/** The exports of the WASM component in `@vercel/python-analysis` 0.14.0 that are used here. */
export interface AnalysisRoot {
  /** The variable that the builder would serve, or nothing, which it also says of text with a syntax error. */
  findAppOrHandler(source: string): string | undefined;
  /** The value of the string constant `name` at top level, or nothing, which it also says of text with a syntax error. */
  getStringConstant(source: string, name: string): string | undefined;
  /** Throws what has a `payload` where it refuses the file. */
  parseRequirementsTxt(content: string, workingDir: string | undefined, filename: string | undefined): unknown;
}

/** A name that no module uses. Found in text put behind a module, it tells that the module parses. */
const probe = '__vercel_preflight_probe__';

/**
 * The analysis by the component that `make` instantiates, at once and as often as needed: deep nesting makes the
 * component trap, and after a trap all its answers are wrong. The instance is then dropped and the text left unanswered.
 * @param make is given all that the component sees of the disk: what there is at a path.
 */
export function analysisFrom(make: (kindAt: KindAt) => AnalysisRoot): PythonAnalysis {
  let root: AnalysisRoot | undefined;
  let kindNow: KindAt = () => undefined;
  /** The answer of `question`, or what becomes of the component's complaint. */
  function ask<T>(question: Question<T>): T | undefined {
    try {
      root ??= make((path) => kindNow(path));
      return question.put(root);
    } catch (error) {
      if (isComponentError(error)) return question.complaint(error.payload);
      root = undefined;
      return isPanic(error) ? question.panic : undefined;
    }
  }
  return {
    view: (source) =>
      ask({
        put: (component) => viewBy(component, source),
        complaint: () => ({ valid: false, entrypoint: undefined }),
      }),
    requirementsFault(text, directory, kindAt) {
      kindNow = kindAt;
      return ask<string | null>({
        put(component) {
          component.parseRequirementsTxt(text, directory, undefined);
          return null;
        },
        complaint: String,
        panic,
      });
    },
  };
}

/** One question to the component. */
interface Question<T> {
  put(root: AnalysisRoot): T;
  /** The answer when the component complains. */
  complaint(payload: unknown): T;
  /** The answer when it panics; absent where nothing follows from that. */
  readonly panic?: T;
}

/** What the engine that Node.js has says when a component panics. It is all that a build says then. */
const panic = 'unreachable';

function isPanic(error: unknown): boolean {
  return error instanceof Error && error.message === panic;
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
function isComponentError(error: unknown): error is { readonly payload: unknown } {
  return typeof error === 'object' && error !== null && Object.hasOwn(error, 'payload');
}
