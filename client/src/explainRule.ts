import { commands, type Disposable, l10n, Uri, window } from 'vscode';
import { ask, explainRuleRequest, rulesRequest } from './protocol.ts';
import { ReadOnlyFiles } from './readOnlyFiles.ts';
import type { Session } from './session.ts';

const scheme = 'vercel-preflight-rule';

/** The pages of the rules as read-only documents. The server writes them: no network is needed. */
export class RulePages implements Disposable {
  readonly #files: ReadOnlyFiles;

  constructor(session: Session) {
    this.#files = new ReadOnlyFiles(scheme, (uri) => rulePage(session, uri));
  }

  /** Shows a page as a preview, or as text where the Markdown extension is switched off. */
  async show(rule: string): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${rule}.md` });
    try {
      await commands.executeCommand('markdown.showPreview', uri);
    } catch {
      await window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.#files.dispose();
  }
}

async function rulePage(session: Session, { path }: Uri): Promise<string> {
  const client = await session.client();
  const rule = path.replace(/^\/|\.md$/g, '');
  const page = await ask(client, explainRuleRequest, { rule });
  if (!page) throw new Error(l10n.t('There is no rule {0}.', rule));
  return page.markdown;
}

/** `Explain a rule`: that of the problem it is called for, or else one that is picked from all. */
export async function explainRule(session: Session, pages: RulePages, rule: unknown): Promise<void> {
  const name = typeof rule === 'string' ? rule : await pickRule(session);
  if (name !== undefined) await pages.show(name);
}

async function pickRule(session: Session): Promise<string | undefined> {
  const client = await session.client();
  const rules = await ask(client, rulesRequest, {});
  const items = rules.map(({ name, area, summary }) => ({ label: name, description: area, detail: summary }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('The rule to explain'), matchOnDetail: true });
  return picked?.label;
}
