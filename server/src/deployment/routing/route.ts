import type { Span } from '../../text/span.ts';

/** When a route is looked at: before anything, once no file is at the path, and so on. */
export type Phase = 'start' | 'filesystem' | 'miss' | 'rewrite' | 'resource' | 'hit' | 'error';

/** What a request must have, or lack, for a route to apply. */
export interface Condition {
  readonly type: 'host' | 'header' | 'cookie' | 'query';
  readonly key?: string;
  readonly value?: unknown;
}

/** A route as Vercel receives it: `src` is a regular expression over the path. */
export interface Route {
  readonly src: string;
  readonly dest?: string;
  /** An object for a service of the project. */
  readonly destination?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly methods?: readonly string[];
  readonly status?: number;
  readonly continue?: boolean;
  readonly check?: boolean;
  readonly caseSensitive?: boolean;
  readonly has?: readonly Condition[];
  readonly missing?: readonly Condition[];
  readonly transforms?: readonly { readonly type: string; readonly args?: unknown }[];
  readonly mitigate?: unknown;
  readonly locale?: unknown;
  readonly middlewarePath?: string;
}

/** The lists of vercel.json that hold rules. */
export type RuleList = 'routes' | 'redirects' | 'headers' | 'rewrites';

/** Who made a route. */
export type Origin =
  | { readonly by: 'rule'; readonly list: RuleList; readonly index: number; readonly span: Span }
  | { readonly by: 'setting'; readonly name: 'cleanUrls' | 'trailingSlash'; readonly span: Span }
  /** Zero configuration, for the `api` folder. `file`: the function that the route leads to, where it is one. */
  | { readonly by: 'api'; readonly role: 'extension' | 'dynamic' | 'not-found' | 'clean'; readonly file?: string }
  /** Zero configuration, for the page that a 404 shows. */
  | { readonly by: 'error-page' }
  /** The Python preset: everything that nothing else answers goes to the one function. */
  | { readonly by: 'preset'; readonly preset: string };

export interface TracedRoute {
  readonly route: Route;
  readonly origin: Origin;
  readonly phase: Phase;
}

/** What answers at a path without any rule. */
export interface Output {
  /** The path that it answers at, without the slash in front. */
  readonly name: string;
  readonly kind: 'function' | 'static';
  /** Path of the source file; for a Python preset that of its entrypoint. */
  readonly file: string;
  /** The variable that a Python function serves. */
  readonly variable?: string;
}

/** Why an answer cannot be known from the files. */
export type Unknown =
  /** Something else than Python builds pages, such as Next.js or an entry of `builds`. */
  | { readonly what: 'frontend'; readonly name: string }
  /** Code runs before a file or a function is looked for. `file`: path from the root. */
  | { readonly what: 'middleware'; readonly file: string }
  | { readonly what: 'services' }
  /** A rule goes to a service, is a challenge, or depends on the reader's language. */
  | { readonly what: 'rule'; readonly property: 'destination' | 'mitigate' | 'locale' | 'middlewarePath' }
  /** A route without `check` led to a path at which nothing is, and more could follow. */
  | { readonly what: 'dead-end'; readonly path: string };

/** All that Vercel knows about a deployment when a request comes in. */
export interface RouteTable {
  /** In the order in which they are looked at, phase by phase. */
  readonly routes: readonly TracedRoute[];
  readonly outputs: ReadonlyMap<string, Output>;
  readonly unknowns: readonly Unknown[];
  /** The Python preset's one function, where there is one. */
  readonly preset?: Output;
}
