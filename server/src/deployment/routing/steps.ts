import type { BuildError } from '../deployment.ts';
import type { Condition, Origin, Output, Phase, Unknown } from './route.ts';

/** One thing that happens to a request on its way, in order. */
export type Step =
  | RuleStep
  /** A rule depends on what only the request itself says. `taken`: it is followed as if it applied. */
  | {
      readonly kind: 'condition';
      readonly origin: Origin;
      readonly assumed: readonly Condition[];
      readonly taken: boolean;
    }
  /** Neither a file nor a function is at `path`. */
  | { readonly kind: 'miss'; readonly path: string }
  | { readonly kind: 'hit'; readonly path: string; readonly output: Output }
  | { readonly kind: 'unknown'; readonly unknown: Unknown; readonly path: string; readonly origin?: Origin };

/** A route that applied. */
export interface RuleStep {
  readonly kind: 'rule';
  readonly origin: Origin;
  readonly phase: Phase;
  readonly effect: 'rewrite' | 'redirect' | 'headers' | 'status' | 'external' | 'stay';
  /** The path that the request has now. */
  readonly path: string;
  /** The query that the rule adds. */
  readonly query?: string;
  /** Headers that it adds to the response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it leads to, for a redirect and for another site. */
  readonly location?: string;
  readonly status?: number;
}

/** What answers a request. */
export type Answer =
  | {
      readonly kind: 'function';
      readonly output: Output;
      /** The path that the application sees; absent where the files do not tell. */
      readonly path?: string;
      readonly status?: number;
    }
  | { readonly kind: 'static'; readonly output: Output; readonly status?: number }
  | { readonly kind: 'redirect'; readonly location: string; readonly status: number }
  | { readonly kind: 'external'; readonly location: string }
  /** A rule answers with a status alone. */
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'not-found'; readonly page?: Output }
  | { readonly kind: 'unknown' }
  /** The build stops, so nothing is deployed. */
  | { readonly kind: 'stopped'; readonly error: BuildError };

export interface Explanation {
  readonly steps: readonly Step[];
  readonly answer: Answer;
  /** Whether the files alone decide it: no condition was assumed and nothing unknown lies on the way. */
  readonly certain: boolean;
}
