import { l10n } from 'vscode';
import type { Pages } from './pages.ts';
import { ask, environmentRequest } from './protocol.ts';
import type { Session } from './session.ts';

export const environmentTitle = l10n.t('Environment variables');

/** `Show environment variables`: which the code reads, where each is set, and what is missing. Values are never shown. */
export async function showEnvironment(session: Session, pages: Pages): Promise<void> {
  await pages.show(environmentTitle, await environmentPage(session));
}

/** The page, as Markdown. */
export async function environmentPage(session: Session): Promise<string> {
  return (await ask(await session.client(), environmentRequest, {})).markdown;
}
