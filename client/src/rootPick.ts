import { l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, type OverviewRoot, overviewRequest } from './protocol.ts';

/**
 * Asks which deployment root is meant where there are several.
 * @returns `undefined` where nobody chose; `null` where there is no root
 */
export async function pickRoot(client: BaseLanguageClient, title: string): Promise<OverviewRoot | null | undefined> {
  const { roots } = await ask(client, overviewRequest, {});
  const [first, ...more] = roots;
  if (!first) return null;
  if (more.length === 0) return first;
  const items = roots.map((root) => ({ label: root.name, description: root.headline, root }));
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which of them is meant?') });
  return picked?.root;
}
