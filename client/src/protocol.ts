/** What client and server say to each other beyond the language server protocol. */
import { RequestType, type WorkspaceEdit } from 'vscode-languageclient';

/** Client to server: verifies one folder, or every deployment root of the workspace. */
export const verifyRequest = new RequestType<VerifyParams, VerifyResult, void>('vercelPreflight/verify');

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
export const fixAllRequest = new RequestType<FixAllParams, FixAllResult, void>('vercelPreflight/fixAll');

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

/** Client to server: what a bug report needs to know of the server. */
export const debugInformationRequest = new RequestType<Record<string, never>, { readonly text: string }, void>(
  'vercelPreflight/debugInformation',
);
