import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { ReadOnlyFiles } from './readOnlyFiles.ts';
import { withPreviewLinks } from './reportLinks.ts';

const scheme = 'vercel-preflight';

/** Writes a page that is shown again, after a window was loaded anew; `undefined` where it cannot be written now. */
export type Rewrite = () => Promise<string | undefined>;

/** Read-only Markdown pages. Each is one document for all runs: new text replaces the last one where it is shown. */
export class Pages implements Disposable {
  readonly #markdown = new Map<string, string>();
  readonly #rewrites: ReadonlyMap<string, Rewrite>;
  readonly #files = new ReadOnlyFiles(scheme, (uri) => this.#read(uri));

  /** @param rewrites by their titles, the pages that need no question to be written */
  constructor(rewrites: Readonly<Record<string, Rewrite>>) {
    this.#rewrites = new Map(Object.entries(rewrites).map(([title, rewrite]) => [uriOf(title).toString(), rewrite]));
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
    this.#files.dispose();
  }

  #replace(uri: Uri, markdown: string): void {
    this.#markdown.set(uri.toString(), linked(markdown));
    this.#files.change(uri);
  }

  async #read(uri: Uri): Promise<string> {
    const key = uri.toString();
    const known = this.#markdown.get(key);
    if (known !== undefined) return known;
    const markdown = await this.#rewrites.get(key)?.();
    if (markdown === undefined)
      return l10n.t('This page was written before the window was loaded anew. Run its command again.');
    this.#markdown.set(key, linked(markdown));
    return linked(markdown);
  }
}

function linked(markdown: string): string {
  const [first] = workspace.workspaceFolders ?? [];
  return first ? withPreviewLinks(markdown, first.uri) : markdown;
}

const uriOf = (title: string) => Uri.from({ scheme, path: `/${title}.md` });
