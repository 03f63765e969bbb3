import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** What to answer when something goes wrong, and how to name it in the log. */
export interface Guarded<T> {
  readonly name: string;
  readonly onError: T | ResponseError<void>;
}

/**
 * The answer of `work`; `onError` when it throws, with the reason in the log. A request that was cancelled before or
 * meanwhile is answered with that.
 */
export async function runSafe<T>(
  connection: Connection,
  { name, onError }: Guarded<T>,
  token: CancellationToken,
  work: () => Promise<T>,
): Promise<T | ResponseError<void>> {
  if (token.isCancellationRequested) return cancelled();
  try {
    const answer = await work();
    return token.isCancellationRequested ? cancelled() : answer;
  } catch (error) {
    logError(connection, name, error);
    return onError;
  }
}

/** Runs `work`, which nobody waits for. */
export async function inBackground(connection: Connection, name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logError(connection, name, error);
  }
}

/** A handler of notifications or events that cannot throw: the message has no answer that could carry the error. */
export function safely<T>(connection: Connection, name: string, handle: (params: T) => void): (params: T) => void {
  return (params) => {
    try {
      handle(params);
    } catch (error) {
      logError(connection, name, error);
    }
  };
}

/** Writes what went wrong, and where, to the client's output. */
export function logError(connection: Connection, name: string, error: unknown): void {
  connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
