/** What client and server say to each other beyond the language server protocol. */
import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient, Diagnostic, Location, Range, WorkspaceEdit } from 'vscode-languageclient';

/** A request by its name, with the types of what goes in and comes back. Nothing here loads the library of the protocol. */
export interface Request<Params, Result> {
  readonly method: string;
  readonly answers?: (params: Params) => Result;
}

const request = <Params, Result>(method: string): Request<Params, Result> => ({ method });

/** Asks the server. */
export function ask<Params, Result>(
  client: BaseLanguageClient,
  { method }: Request<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  return token ? client.sendRequest<Result>(method, params, token) : client.sendRequest<Result>(method, params);
}

/** Client to server: verifies one folder, or every deployment root of the workspace. */
export const verifyRequest = request<VerifyParams, VerifyResult>('vercelPreflight/verify');

export interface VerifyParams {
  /** URI of a folder to take as a deployment root although nothing in it says so. */
  readonly folder?: string;
}

export interface VerifyResult {
  /** The report, as Markdown. */
  readonly markdown: string;
  readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number };
  /** The deployment roots that were verified; none when the workspace has none. */
  readonly projects: readonly { readonly root: string; readonly uri: string }[];
}

/** Client to server: the safe fixes of one file, or of every deployment root. */
export const fixAllRequest = request<FixAllParams, FixAllResult>('vercelPreflight/fixAll');

export interface FixAllParams {
  readonly uri?: string;
}

export interface FixAllResult {
  readonly edit: WorkspaceEdit;
  /** How many problems the edit mends. */
  readonly fixed: number;
  /** How many problems stay. */
  readonly left: number;
}

/** Client to server: a change to a root folder or a Python file that keeps what it does. */
export const refactorRequest = request<RefactorParams, RefactorResult>('vercelPreflight/refactor');

export interface RefactorParams {
  readonly what: 'modernise' | 'addTemporaryLogging' | 'removeTemporaryLogging';
  /** URI of the root folder for `modernise`, else of a Python file. */
  readonly uri: string;
}

export interface RefactorResult {
  readonly edit?: WorkspaceEdit;
  /** Why something stays as it is, a sentence each. */
  readonly reasons: readonly string[];
}

/** Client to server: what answers a request path of one deployment root. */
export const explainRouteRequest = request<ExplainRouteParams, ExplainRouteResult>('vercelPreflight/explainRoute');

export interface ExplainRouteParams {
  /** A request path with or without a query, or a URL. */
  readonly path: string;
  /** URI of the root that is meant. */
  readonly folder?: string;
  /** URI of a document: the root that holds it is meant where there are several. */
  readonly near?: string;
}

export interface ExplainRouteResult {
  /** Absent where it is not clear which root is meant. */
  readonly explanation?: RouteExplanation;
  readonly projects: readonly { readonly root: string; readonly uri: string }[];
}

export interface RouteExplanation {
  /** Such as `GET /api/users`. */
  readonly title: string;
  readonly answer: string;
  readonly certain: boolean;
  readonly steps: readonly { readonly text: string; readonly location?: Location }[];
}

/** Client to server: the rules that there are. */
export const rulesRequest = request<Record<string, never>, readonly RuleSummary[]>('vercelPreflight/rules');

export interface RuleSummary {
  readonly name: string;
  readonly area: string;
  readonly summary: string;
}

/** Client to server: the page of a rule, as Markdown; null for a rule that does not exist. */
export const explainRuleRequest = request<{ readonly rule: string }, { readonly markdown: string } | null>(
  'vercelPreflight/explainRule',
);

/** Client to server: what a bug report needs to know of the server. */
export const debugInformationRequest = request<Record<string, never>, { readonly text: string }>(
  'vercelPreflight/debugInformation',
);

/** Client to server: what an open log says. */
export const explainLogRequest = request<{ readonly uri: string }, { readonly markdown?: string }>(
  'vercelPreflight/explainLog',
);

/** Client to server: what `vercel` printed while it deployed a root, as problems of the project's files. */
export const explainOutputRequest = request<
  { readonly text: string; readonly folder: string },
  {
    /** Why it failed, in a few words. */
    readonly verdict?: string;
    readonly problems: readonly { readonly uri: string; readonly diagnostic: Diagnostic }[];
  }
>('vercelPreflight/explainOutput');

/** Client to server: every deployment root, at a glance. */
export const overviewRequest = request<Record<string, never>, Overview>('vercelPreflight/overview');

export interface Overview {
  readonly roots: readonly OverviewRoot[];
}

export interface OverviewRoot {
  readonly uri: string;
  readonly name: string;
  /** Such as `is ready to deploy`. */
  readonly headline: string;
  /** The version that runs. */
  readonly python: string;
  readonly summary: VerifyResult['summary'];
  readonly areas: readonly OverviewArea[];
}

export interface OverviewArea {
  readonly id: string;
  readonly title: string;
  readonly status: 'pass' | 'warn' | 'fail' | 'not-applicable';
  readonly evidence: string;
  readonly problems: readonly OverviewProblem[];
}

export interface OverviewProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly uri: string;
  /** The path as it is shown. */
  readonly path: string;
  readonly range: Range;
  /** Whether it has a fix that cannot go wrong. */
  readonly fixable: boolean;
}

/** Client to server: what Vercel would do with every root, as Markdown. */
export const previewRequest = request<Record<string, never>, { readonly markdown: string }>('vercelPreflight/preview');

export interface EnvironmentParams {
  /** The variables of Vercel projects, by the URI of the root that is linked to each. Names only. */
  readonly asked?: readonly { readonly root: string; readonly environment: 'production'; readonly names: string[] }[];
}

/** Client to server: the environment variables of every root, as Markdown: names and places, no value. */
export const environmentRequest = request<EnvironmentParams, { readonly markdown: string }>(
  'vercelPreflight/environment',
);

/** Client to server: asks a live deployment, with nothing but GET, and compares it with the files of a root. */
export const probeRequest = request<ProbeParams, ProbeResult>('vercelPreflight/probe');

export interface ProbeParams {
  readonly url: string;
  /** URI of the root whose files the answers are compared with. */
  readonly folder?: string;
  readonly workDoneToken?: string;
}

export interface ProbeResult {
  readonly markdown?: string;
  /** Why nothing was asked. */
  readonly fault?: string;
}

/** Server to client: the answers to `overview` and `preview` may have changed. */
export const changedNotification = 'vercelPreflight/changed';

/** Client to server: the URIs of all open documents that no tab shows. */
export const hiddenNotification = 'vercelPreflight/hidden';
