/** The part of the protocol that is about environment variables: client to server, `vercelPreflight/environment`. */
import { RequestType } from 'vscode-languageserver';

export interface EnvironmentParams {
  /** The variables of Vercel projects, where the person asked their own `vercel` for them. */
  readonly asked?: readonly AskedVariables[];
}

export interface AskedVariables {
  /** URI of the root that is linked to the project. */
  readonly root: string;
  readonly environment: 'production' | 'preview';
  /** Names only. */
  readonly names: readonly string[];
}

export interface EnvironmentPage {
  /** The variables of every root: names and places, no value. */
  readonly markdown: string;
}

export const environmentRequest = new RequestType<EnvironmentParams, EnvironmentPage, void>(
  'vercelPreflight/environment',
);
