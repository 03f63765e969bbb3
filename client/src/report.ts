import {
  commands,
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { withPreviewLinks } from './reportLinks.ts';

const scheme = 'vercel-preflight';

/** One read-only document for all runs: a new report replaces the text of the last one where it is shown. */
const uri = Uri.from({ scheme, path: '/Deploy config.md' });

/** The report of `Verify deploy config`. */
export class Report implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  // After the event: the editor subscribes to it at once.
  readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this);
  #markdown = '';

  provideTextDocumentContent(): string {
    return this.#markdown;
  }

  /** Shows the report as a preview, or as text where the Markdown extension is switched off. */
  async show(markdown: string): Promise<void> {
    const [first] = workspace.workspaceFolders ?? [];
    this.#markdown = first ? withPreviewLinks(markdown, first.uri) : markdown;
    this.#changed.fire(uri);
    try {
      await commands.executeCommand('markdown.showPreview', uri);
      // A preview that is there already may have let go of its document, and then never hears of the change.
      await commands.executeCommand('markdown.preview.refresh');
    } catch {
      await window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
