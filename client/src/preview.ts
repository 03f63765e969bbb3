import { type Disposable, l10n } from 'vscode';
import type { OverviewSource } from './overview.ts';
import type { Pages } from './pages.ts';
import { ask, previewRequest } from './protocol.ts';
import type { Session } from './session.ts';

const title = l10n.t('Deployment preview');

/** `Show deployment preview`: what Vercel would do with every root, and why. */
export async function showPreview(session: Session, pages: Pages): Promise<void> {
  const client = await session.client();
  const { markdown } = await ask(client, previewRequest, {});
  await pages.show(title, markdown);
}

/** Keeps a page that is shown true while files change. */
export function keepPreviewTrue(session: Session, pages: Pages, source: OverviewSource): Disposable {
  return source.onDidChange(async () => {
    if (!pages.isShown(title)) return;
    const client = await session.client();
    const { markdown } = await ask(client, previewRequest, {});
    await pages.update(title, markdown);
  });
}
