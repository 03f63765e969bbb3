import { commands, type Disposable, l10n, languages, type Task, Uri, window, workspace } from 'vscode';
import { untitled } from './explainLog.ts';
import { ask, explainOutputRequest } from './protocol.ts';
import type { Session } from './session.ts';
import { type Outcome, runTask } from './taskOutput.ts';
import { terminalText } from './vercelOutput.ts';

/** Problems that the output of `vercel` tells of, at the places in the project that they come from. */
export class DeployProblems implements Disposable {
  readonly #session: Session;
  readonly #collection = languages.createDiagnosticCollection('vercelPreflight.deploy');
  /** By root: the files that have problems of its last deployment. */
  readonly #files = new Map<string, readonly Uri[]>();
  // What an edit may have mended is not said any longer: the next deployment tells.
  readonly #edits = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) this.#collection.delete(document.uri);
  });

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Runs a task in the root that it deploys. The problems of the last deployment go, those of this one come when it is over.
   * @returns the exit code, when the task has ended
   */
  async run(task: Task, root: Uri): Promise<{ readonly exitCode: Promise<number> }> {
    for (const uri of this.#files.get(root.toString()) ?? []) this.#collection.delete(uri);
    const { outcome } = await runTask(task);
    const explained = outcome.then((one) => this.#explain(one, root));
    // What cannot be explained stands in the terminal all the same.
    explained.catch(() => undefined);
    return { exitCode: outcome.then(({ exitCode }) => exitCode) };
  }

  dispose(): void {
    this.#edits.dispose();
    this.#collection.dispose();
  }

  async #explain({ exitCode, output }: Outcome, root: Uri): Promise<void> {
    const text = output === undefined ? '' : terminalText(output);
    if (text.trim() === '') return;
    const client = await this.#session.client();
    const folder = client.code2ProtocolConverter.asUri(root);
    const { verdict, problems } = await ask(client, explainOutputRequest, { text, folder });
    const isFailed = exitCode !== 0;
    const shown = problems.filter(({ diagnostic: { severity } }) => isFailed || (severity ?? 1) <= 2);
    const uris = [...new Set(shown.map(({ uri }) => uri))];
    for (const uri of uris) {
      const own = shown.flatMap((one) => (one.uri === uri ? [one.diagnostic] : []));
      this.#collection.set(Uri.parse(uri), await client.protocol2CodeConverter.asDiagnostics(own));
    }
    this.#files.set(
      root.toString(),
      uris.map((uri) => Uri.parse(uri)),
    );
    if (isFailed && verdict !== undefined) void this.#tell(verdict, text);
  }

  /** The person looks at the terminal, and has asked for the deployment: a word on why it failed is no interruption. */
  async #tell(verdict: string, text: string): Promise<void> {
    const explain = l10n.t('Explain');
    const choice = await window.showErrorMessage(l10n.t('`vercel` failed: {0}', verdict), explain);
    if (choice !== explain) return;
    await window.showTextDocument(await untitled(text), { preview: false });
    await commands.executeCommand('vercelPreflight.explainLog');
  }
}
