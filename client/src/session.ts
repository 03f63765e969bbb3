import { l10n } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** A language server and the client that speaks with it. */
export interface Server {
  readonly client: BaseLanguageClient;
  /** Ends what the client does not end by itself. */
  release(): void;
}

/**
 * The server that is running, or will be once the current start or restart is over.
 *
 * Starts, restarts and stops wait for each other, so that two impatient restarts never leave two servers behind.
 */
export class Session {
  readonly #create: () => Promise<Server>;
  #last: Promise<void> = Promise.resolve();
  #waitingRestart: Promise<void> | undefined;
  #server: Server | undefined;

  constructor(create: () => Promise<Server>) {
    this.#create = create;
  }

  start(): Promise<void> {
    return this.#enqueue(() => this.#launch());
  }

  /** A restart that has not begun yet serves everyone who asks for one. */
  restart(): Promise<void> {
    this.#waitingRestart ??= this.#enqueue(async () => {
      this.#waitingRestart = undefined;
      await this.#halt();
      await this.#launch();
    });
    return this.#waitingRestart;
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#halt());
  }

  /** The running client, after whatever is under way. */
  async client(): Promise<BaseLanguageClient> {
    await this.#last;
    if (!this.#server)
      throw new Error(l10n.t('The language server is not running. Restart it, or look at its output.'));
    return this.#server.client;
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    const done = this.#last.then(step);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #launch(): Promise<void> {
    const server = await this.#create();
    try {
      await server.client.start();
      this.#server = server;
    } catch (error) {
      server.release();
      throw error;
    }
  }

  async #halt(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    // A server that crashed cannot be stopped in good order; it must not keep a new one from starting.
    await server.client.dispose().catch(() => undefined);
    server.release();
  }
}
