import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { PackageIndex } from '../../documents/packages/packageIndex.ts';
import type { Grammars } from '../../documents/parsers.ts';
import type { ProbeReport } from '../../features/probe.ts';
import type { JsonLanguage, MakeJsonLanguage } from '../../features/vercelJson/jsonLanguage.ts';
import { languageSchema, vercelSchemaUri } from '../../features/vercelJson/schema.ts';
import type { FileSystem } from '../../project/files.ts';
import type { Rule } from '../../rules/rule.ts';
import { type Abilities, abilitiesOf } from './abilities.ts';
import { clientFiles } from './clientFiles.ts';
import type { Folder } from './folder.ts';
import { Folders } from './folders.ts';
import { logError } from './runSafe.ts';
import { SettingsSource } from './settingsSource.ts';

/** What differs between a process, a worker and a test. */
export interface Runtime {
  /** The parsers; asked for once, when the client says hello. */
  grammars(onWarning: (message: string) => void): Promise<Grammars>;
  readonly rules: readonly Rule[];
  /** The files of a folder that can be read without the client's help; `undefined` for other folders. */
  fileSystem(folderUri: string): FileSystem | undefined;
  /** Asks a package index, where the settings allow it; absent where that cannot be done. */
  askIndex?(question: IndexQuestion): Promise<IndexReply>;
  /** Loads the language service for JSON, which is large; asked for once, when somebody completes or hovers in vercel.json. */
  jsonLanguage(): Promise<MakeJsonLanguage>;
  /** Where the server runs, such as `Node.js v20.12.0`, for debug information. */
  readonly description: string;
  /** Asks a live deployment; absent where a server may not send requests to other hosts, as in a browser. */
  probe?(url: string, options: ProbeOptions): Promise<ProbeReport | { readonly fault: string }>;
}

export interface ProbeOptions {
  /** For each request, in seconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** The paths that somebody named; none for those of /openapi.json. */
  readonly paths: readonly string[];
  onProgress(path: string): void;
}

export interface IndexQuestion {
  /** As it stands in the settings; empty for the usual one. */
  readonly indexUrl: string;
  readonly names: readonly string[];
  readonly signal: AbortSignal;
  onProgress(done: number, all: number): void;
}

export interface IndexReply {
  readonly index: PackageIndex;
  /** Why some or all packages have no answer, as a phrase without secrets. */
  readonly failure?: string;
}

type Listener = (folder: Folder) => void;

/** All that the handlers of one conversation share. */
export class Session {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly abilities: Abilities;
  readonly folders: Folders;
  readonly settings: SettingsSource;
  readonly grammars: Grammars;
  readonly #listeners: Listener[] = [];
  readonly #knownCrashes = new Set<string>();
  #vercelSchema: Promise<JsonLanguage | undefined> | undefined;

  constructor(connection: Connection, runtime: Runtime, params: InitializeParams, grammars: Grammars) {
    this.connection = connection;
    this.runtime = runtime;
    this.grammars = grammars;
    this.abilities = abilitiesOf(params.capabilities, params.initializationOptions);
    this.settings = new SettingsSource(connection, this.abilities, params.initializationOptions);
    this.folders = new Folders({
      grammars,
      rules: runtime.rules,
      positionEncoding: this.abilities.positionEncoding,
      fileSystem: (uri) => runtime.fileSystem(uri) ?? clientFiles(connection, uri),
      settings: (uri) => this.settings.of(uri),
      onCrash: (rule, path, error) => this.#logCrash(rule, path, error),
    });
    this.folders.add(folderUris(params));
  }

  /** Calls `listener` after each change to the files, documents or settings of a folder. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Tells the listeners that the answers about `folder` may have changed. */
  changed(folder: Folder): void {
    for (const listener of this.#listeners) listener(folder);
  }

  /** Vercel's schema of vercel.json, to complete and explain by; `undefined`, with a word in the log, where that cannot be. */
  vercelSchema(): Promise<JsonLanguage | undefined> {
    this.#vercelSchema ??= this.#loadVercelSchema();
    return this.#vercelSchema;
  }

  async #loadVercelSchema(): Promise<JsonLanguage | undefined> {
    try {
      const make = await this.runtime.jsonLanguage();
      return make(vercelSchemaUri, languageSchema());
    } catch (error) {
      logError(
        this.connection,
        'The language service for JSON could not be loaded; vercel.json is explained less',
        error,
      );
      return undefined;
    }
  }

  /** Once for each rule, file and reason: the next keystroke would only repeat it. */
  #logCrash(rule: Rule, path: string, error: unknown): void {
    const key = `${rule.name} ${path} ${String(error)}`;
    if (this.#knownCrashes.has(key)) return;
    this.#knownCrashes.add(key);
    logError(this.connection, `The rule ${rule.name} crashed on ${path}; its findings there are lost`, error);
  }
}

function folderUris({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
