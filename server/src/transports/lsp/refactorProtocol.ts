/** The part of the protocol that is about refactorings: client to server, `vercelPreflight/refactor`. */
import { RequestType, type WorkspaceEdit } from 'vscode-languageserver';

export interface RefactorParams {
  readonly what: 'modernise' | 'addTemporaryLogging' | 'removeTemporaryLogging';
  /** URI of the root folder for `modernise`, else of a Python file. */
  readonly uri: string;
}

export interface RefactorResult {
  /** Absent where nothing is to be changed. Its changes ask for a confirmation where the client can show them first. */
  readonly edit?: WorkspaceEdit;
  /** Why something stays as it is, a sentence each; none where all is done, or nothing is there to do. */
  readonly reasons: readonly string[];
}

/** A change to a root folder or a Python file that keeps what it does. */
export const refactorRequest = new RequestType<RefactorParams, RefactorResult, void>('vercelPreflight/refactor');
