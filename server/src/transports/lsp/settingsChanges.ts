import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from 'vscode-languageserver';
import type { Debounce } from './debounce.ts';
import { safely } from './runSafe.ts';
import type { Session } from './session.ts';
import { settingsSection } from './settings.ts';

/** Asks the client to tell of changed settings, if it has to be asked. */
export async function watchSettings({ connection, abilities }: Session): Promise<void> {
  if (!abilities.registersConfiguration) return;
  await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
}

/** Has settings read again when they change. */
export function serveSettings(session: Session, refresh: Debounce<'all'>): void {
  const { connection } = session;
  const handle = safely<DidChangeConfigurationParams>(connection, 'Changed settings', (params) => {
    session.settings.receive(params?.settings);
    for (const folder of session.folders.all()) {
      folder.forgetSettings();
      session.changed(folder);
    }
    refresh.schedule('all');
  });
  connection.onDidChangeConfiguration(handle);
}
