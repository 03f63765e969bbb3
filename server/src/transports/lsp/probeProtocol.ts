/** The part of the protocol that is about a live deployment: client to server, `vercelPreflight/probe`. */
import { type ProgressToken, RequestType } from 'vscode-languageserver';

export interface ProbeParams {
  /** The URL of a deployment. Nothing but GET is sent, and only to its host. */
  readonly url: string;
  /** URI of the root whose files the answers are compared with. */
  readonly folder?: string;
  /** Where to report which route is being asked. */
  readonly workDoneToken?: ProgressToken;
}

export interface ProbeResult {
  /** What answered. */
  readonly markdown?: string;
  /** Why nothing was asked, as a sentence. */
  readonly fault?: string;
}

export const probeRequest = new RequestType<ProbeParams, ProbeResult, void>('vercelPreflight/probe');
