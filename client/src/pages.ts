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

/** Read-only Markdown pages. Each is one document for all runs: new text replaces the last one where it is shown. */
export class Pages implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  // After the event: the editor subscribes to it at once.
  readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this);
  readonly #markdown = new Map<string, string>();

  provideTextDocumentContent(uri: Uri): string {
    return this.#markdown.get(uri.toString()) ?? '';
  }

  /** Shows a page as a preview, or as text where the Markdown extension is switched off. */
  async show(title: string, markdown: string): Promise<void> {
    const uri = uriOf(title);
    this.#replace(uri, markdown);
    try {
      await commands.executeCommand('markdown.showPreview', uri);
      // A preview that is there already may have let go of its document, and then never hears of the change.
      await commands.executeCommand('markdown.preview.refresh');
    } catch {
      await window.showTextDocument(uri, { preview: true });
    }
  }

  /** Whether some tab shows the page. */
  isShown(title: string): boolean {
    return window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes(title)));
  }

  /** Gives a page that is shown its new text, without bringing it forward. */
  async update(title: string, markdown: string): Promise<void> {
    this.#replace(uriOf(title), markdown);
    await commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #replace(uri: Uri, markdown: string): void {
    const [first] = workspace.workspaceFolders ?? [];
    this.#markdown.set(uri.toString(), first ? withPreviewLinks(markdown, first.uri) : markdown);
    this.#changed.fire(uri);
  }
}

const uriOf = (title: string) => Uri.from({ scheme, path: `/${title}.md` });
