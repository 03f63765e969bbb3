/**
 * What client and server say to each other beyond the language server protocol.
 *
 * Client to server:
 * - `vercelPreflight/verify` {@link VerifyParams} -> {@link VerifyResult}
 * - `vercelPreflight/fixAll` {@link FixAllParams} -> {@link FixAllResult}
 * - `vercelPreflight/refactor`, see refactorProtocol.ts
 * - `vercelPreflight/overview` `{}` -> {@link Overview}
 * - `vercelPreflight/preview` `{}` -> {@link Preview}
 * - `vercelPreflight/environment`, see environmentProtocol.ts
 * - `vercelPreflight/probe`, see probeProtocol.ts
 * - `vercelPreflight/explainRoute` {@link ExplainRouteParams} -> {@link ExplainRouteResult}

 * - `vercelPreflight/rules` `{}` -> {@link RuleSummary}`[]`
 * - `vercelPreflight/explainRule` {@link ExplainRuleParams} -> {@link RuleExplanation}` | null`, null for an unknown rule
 * - `vercelPreflight/explainLog` {@link ExplainLogParams} -> {@link ExplainLogResult}
 * - `vercelPreflight/explainOutput`, see logs/outputProtocol.ts
 * - `vercelPreflight/debugInformation` `{}` -> {@link DebugInformation}
 * - notification `vercelPreflight/hidden` {@link HiddenParams}
 *
 * Server to client: `vercelPreflight/changed` `{}`, after an answer of `overview` or `preview` may have
 * changed, to a client that has asked for one.
 *
 * Server to client, where the server cannot read a folder itself (a worker; a folder that is not a `file:` URI):
 * - `vercelPreflight/listDirectory` {@link FileParams} -> {@link ServedEntry}`[]`, empty for a missing folder
 * - `vercelPreflight/readFile` {@link FileParams} -> {@link ServedFile}` | null`, null for a missing file
 * - `vercelPreflight/fileSize` {@link FileParams} -> `number | null`, in bytes, null for a missing file
 *
 * A client names its own commands that the server may offer in `initializationOptions`: {@link InitializationOptions}.
 *
 * A worker gets one message before the first of the protocol: {@link WasmMessage}.
 */
import { type Location, NotificationType, type Range, RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import type { Entry } from '../../project/files.ts';

export interface VerifyParams {
  /** URI of a folder to take as a deployment root although nothing in it says so. Without it: every root there is. */
  readonly folder?: string;
}

export interface VerifyResult {
  /** The report. */
  readonly markdown: string;
  readonly summary: Summary;
  /** The roots that were verified; none when the workspace has none. `root` is relative to its workspace folder. */
  readonly projects: readonly { readonly root: string; readonly uri: string }[];
}

/** How many problems there are, by severity. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface HiddenParams {
  /** URIs of all open documents that no tab shows: the client keeps them for a while, and asks nothing about them. */
  readonly uris: readonly string[];
}

export interface FixAllParams {
  /** URI of the one document to fix. Without it: every file of every root. */
  readonly uri?: string;
}

export interface FixAllResult {
  /** To be applied as a whole; it names the versions of the open documents that it was made for. */
  readonly edit: WorkspaceEdit;
  /** How many problems the edit mends. */
  readonly fixed: number;
  /** How many problems stay. */
  readonly left: number;
}

/** Every deployment root, for a view that shows them all the time. */
export interface Overview {
  readonly roots: readonly OverviewRoot[];
}

export interface OverviewRoot {
  readonly uri: string;
  /** What to call it, such as `backend`. */
  readonly name: string;
  readonly headline: string;
  readonly python: string;
  readonly summary: Summary;
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

export interface Preview {
  /** What Vercel would do with every root. */
  readonly markdown: string;
}

export interface ExplainRouteParams {
  /** A request path with or without a query, or a URL. */
  readonly path: string;
  /** `GET` unless given. */
  readonly method?: string;
  /** URI of the root that is meant; it is taken as one although nothing in it says so. */
  readonly folder?: string;
  /** URI of a document; the root that holds it is meant where there are several. */
  readonly near?: string;
}

export interface ExplainRouteResult {
  /** Absent where several roots are there and none of them was named, or none is there. */
  readonly explanation?: RouteExplanation;
  /** The roots that there are. `root` is relative to its workspace folder. */
  readonly projects: readonly { readonly root: string; readonly uri: string }[];
}

export interface RouteExplanation {
  /** Such as `GET /api/users`. */
  readonly title: string;
  /** What answers, in a sentence or two. */
  readonly answer: string;
  /** Whether the files alone decide it. */
  readonly certain: boolean;
  readonly steps: readonly {
    readonly text: string;
    /** Where to look, such as a rule of vercel.json. */
    readonly location?: Location;
  }[];
}

export interface RuleSummary {
  readonly name: string;
  readonly area: string;
  readonly summary: string;
}

export interface ExplainRuleParams {
  readonly rule: string;
}

export interface RuleExplanation {
  /** The page of the rule. */
  readonly markdown: string;
}

export interface InitializationOptions {
  /**
   * Offered in the light bulb: `vercelPreflight.explainRule`, called with the name of a rule, and
   * `vercelPreflight.openLogLine`, called with a `Location` in an open log. `editor.action.triggerSuggest`, called with
   * `{ auto: true }` behind a key that was completed, asks for completion of its value.
   */
  readonly clientCommands?: readonly string[];
}

/** What our own client adds to a request for completion or hover. */
export interface SchemaAware {
  /** Whether the editor completes and explains this document by its `$schema` itself. */
  readonly editorKnowsSchema?: boolean;
}

export interface ExplainLogParams {
  /** URI of an open document of the language `vercel-log`. */
  readonly uri: string;
}

export interface ExplainLogResult {
  /** The explanation; absent where no log is open at that URI. */
  readonly markdown?: string;
}

export interface DebugInformation {
  /** Versions, settings, roots and counts, one a line; no content of a file. */
  readonly text: string;
}

export interface FileParams {
  readonly uri: string;
}

/** A link counts as what it points at. */
export type ServedEntry = Entry;

export interface ServedFile {
  /** The bytes of the file. */
  readonly base64: string;
}

export interface WasmMessage {
  readonly type: 'wasm';
  /** Bytes by file name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** URI of the folder that they come from: what is needed later is asked for with `vercelPreflight/readFile`. */
  readonly folder: string;
}

export const verifyRequest = new RequestType<VerifyParams, VerifyResult, void>('vercelPreflight/verify');
export const fixAllRequest = new RequestType<FixAllParams, FixAllResult, void>('vercelPreflight/fixAll');
export const overviewRequest = new RequestType<object, Overview, void>('vercelPreflight/overview');
export const previewRequest = new RequestType<object, Preview, void>('vercelPreflight/preview');
export const hiddenNotification = new NotificationType<HiddenParams>('vercelPreflight/hidden');
export const changedNotification = new NotificationType<object>('vercelPreflight/changed');
export const explainRouteRequest = new RequestType<ExplainRouteParams, ExplainRouteResult, void>(
  'vercelPreflight/explainRoute',
);
export const rulesRequest = new RequestType<object, readonly RuleSummary[], void>('vercelPreflight/rules');
export const explainRuleRequest = new RequestType<ExplainRuleParams, RuleExplanation | null, void>(
  'vercelPreflight/explainRule',
);
export const explainLogRequest = new RequestType<ExplainLogParams, ExplainLogResult, void>(
  'vercelPreflight/explainLog',
);
export const debugInformationRequest = new RequestType<object, DebugInformation, void>(
  'vercelPreflight/debugInformation',
);
export const listDirectoryRequest = new RequestType<FileParams, readonly ServedEntry[], void>(
  'vercelPreflight/listDirectory',
);
export const fileSizeRequest = new RequestType<FileParams, number | null, void>('vercelPreflight/fileSize');
export const readFileRequest = new RequestType<FileParams, ServedFile | null, void>('vercelPreflight/readFile');
