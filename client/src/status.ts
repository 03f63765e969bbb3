import { Disposable, LanguageStatusSeverity, l10n, languages, Uri, window } from 'vscode';
import { documentSelector, workspaceSchemes } from './documents.ts';
import type { OverviewSource } from './overview.ts';
import { clientName } from './product.ts';
import type { OverviewRoot } from './protocol.ts';

/** The item of the language-status menu: the Python that runs, and how ready the root of the file in front is. */
export function showStatus(source: OverviewSource): Disposable {
  // The language client's selector and the editor's are of the same shape.
  const selector = documentSelector(workspaceSchemes()) as Parameters<typeof languages.createLanguageStatusItem>[1];
  const item = languages.createLanguageStatusItem('vercelPreflight.status', selector);
  item.name = clientName;
  item.command = { command: 'vercelPreflight.readiness.focus', title: l10n.t('Details') };
  const update = () => {
    const root = rootOf(source.current.roots, window.activeTextEditor?.document.uri);
    item.text = root ? l10n.t('Vercel: Python {0}', root.python) : l10n.t('Vercel: no deployment root');
    item.detail = root ? `${root.name} ${root.headline}` : l10n.t('no vercel.json around this file');
    item.severity = severityOf(root);
  };
  update();
  return Disposable.from(item, source.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}

/** The innermost root that holds the file. */
function rootOf(roots: readonly OverviewRoot[], file: Uri | undefined): OverviewRoot | undefined {
  if (!file) return undefined;
  const around = roots.filter(({ uri }) => file.toString().startsWith(`${Uri.parse(uri).toString()}/`));
  return around.sort((a, b) => b.uri.length - a.uri.length)[0];
}

function severityOf(root: OverviewRoot | undefined): LanguageStatusSeverity {
  if (!root || root.summary.errors + root.summary.warnings === 0) return LanguageStatusSeverity.Information;
  return root.summary.errors > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Warning;
}
