import { l10n } from 'vscode';
import type { Pages } from './pages.ts';
import { ask, environmentRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** `Show environment variables`: which the code reads, where each is set, and what is missing. Values are never shown. */
export async function showEnvironment(session: Session, pages: Pages): Promise<void> {
  const client = await session.client();
  const { markdown } = await ask(client, environmentRequest, {});
  await pages.show(l10n.t('Environment variables'), markdown);
}
