/** What client and server say to each other about the output of `vercel` in a terminal. */
import { type Diagnostic, RequestType } from 'vscode-languageserver';

export interface ExplainOutputParams {
  /** What `vercel` printed, without colours. */
  readonly text: string;
  /** URI of the deployment root that was deployed. */
  readonly folder: string;
}

export interface ExplainOutputResult {
  /** Why it failed, in a few words; absent where the output proves no reason. */
  readonly verdict?: string;
  /** What the output says, each where it comes from in the project. */
  readonly problems: readonly { readonly uri: string; readonly diagnostic: Diagnostic }[];
}

export const explainOutputRequest = new RequestType<ExplainOutputParams, ExplainOutputResult, void>(
  'vercelPreflight/explainOutput',
);
