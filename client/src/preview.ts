import { type Disposable, l10n } from 'vscode';
import type { OverviewSource } from './overview.ts';
import type { Pages } from './pages.ts';
import { ask, previewRequest } from './protocol.ts';
import type { Session } from './session.ts';

export const previewTitle = l10n.t('Deployment preview');

/** `Show deployment preview`: what Vercel would do with every root, and why. */
export async function showPreview(session: Session, pages: Pages): Promise<void> {
  await pages.show(previewTitle, await previewPage(session));
}

/** The page, as Markdown. */
export async function previewPage(session: Session): Promise<string> {
  return (await ask(await session.client(), previewRequest, {})).markdown;
}

/** Keeps a page that is shown true while files change. */
export function keepPreviewTrue(session: Session, pages: Pages, source: OverviewSource): Disposable {
  return source.onDidChange(async () => {
    if (pages.isShown(previewTitle)) await pages.update(previewTitle, await previewPage(session));
  });
}
