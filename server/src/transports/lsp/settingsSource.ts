import type { Connection } from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import { logError } from './runSafe.ts';
import { defaultSettings, type Settings, settingsFrom, settingsSection } from './settings.ts';

/** Where settings come from: asked for by folder, or else what the client sent of itself. */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #abilities: Abilities;
  #sent: Settings;

  constructor(connection: Connection, abilities: Abilities, initializationOptions: unknown) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#sent = sentSettings(initializationOptions) ?? defaultSettings;
  }

  /** The settings of the folder at `folderUri`, as they are now. */
  async of(folderUri: string): Promise<Settings> {
    if (!this.#abilities.hasConfiguration) return this.#sent;
    try {
      const section = await this.#connection.workspace.getConfiguration({
        scopeUri: folderUri,
        section: settingsSection,
      });
      return section === null || section === undefined ? this.#sent : settingsFrom(section);
    } catch (error) {
      logError(this.#connection, `The settings of ${folderUri} could not be read`, error);
      return this.#sent;
    }
  }

  /** Takes over settings that the client sent with a notification. */
  receive(value: unknown): void {
    this.#sent = sentSettings(value) ?? this.#sent;
  }
}

/** Clients send `{ vercelPreflight: {…} }`. */
function sentSettings(value: unknown): Settings | undefined {
  if (typeof value !== 'object' || value === null || !(settingsSection in value)) return undefined;
  return settingsFrom((value as Record<string, unknown>)[settingsSection]);
}
