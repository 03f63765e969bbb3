import { Disposable, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, changedNotification, type Overview, overviewRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** What the server last said of all deployment roots, asked for again when it says that something changed. */
export class OverviewSource implements Disposable {
  readonly #session: Session;
  readonly #changed = new EventEmitter<Overview>();
  /** Fires with every new overview. */
  readonly onDidChange = this.#changed.event;
  #overview: Overview = { roots: [] };
  #asked = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get current(): Overview {
    return this.#overview;
  }

  /** Listens to one server for as long as it lives. */
  follow(client: BaseLanguageClient): Disposable {
    return Disposable.from(client.onNotification(changedNotification, () => this.refresh()));
  }

  /** Asks anew. An answer that a later question overtook is dropped; a server that stops leaves the last answer. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const client = await this.#session.client();
      const overview = await ask(client, overviewRequest, {});
      if (asked !== this.#asked) return;
      this.#overview = overview;
      this.#changed.fire(overview);
    } catch {
      // The server is starting again or has logged why it could not answer.
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
