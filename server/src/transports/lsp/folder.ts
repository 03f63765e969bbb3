import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckOptions, ProjectReport } from '../../check/checkProject.ts';
import { checkProject } from '../../check/checkProject.ts';
import type { PackageFacts } from '../../documents/packages/packageFacts.ts';
import type { Grammars } from '../../documents/parsers.ts';
import type { FileSystem, Files } from '../../project/files.ts';
import { inside, nameOf } from '../../project/paths.ts';
import { configurationName, deploymentRoots, hasEvidence } from '../../project/roots.ts';
import { Workspace } from '../../project/workspace.ts';
import { Lines, type PositionEncoding } from './positions.ts';
import type { Settings } from './settings.ts';
import { uriOf } from './uris.ts';

/** What a folder needs from the server it belongs to. */
export interface FolderHost extends Pick<CheckOptions, 'rules' | 'onCrash'> {
  readonly grammars: Grammars;
  readonly positionEncoding: PositionEncoding;
  fileSystem(folderUri: string): FileSystem;
  settings(folderUri: string): Promise<Settings>;
}

/** The result of checking one root, with the texts that its offsets belong to. */
export interface Checked {
  readonly report: ProjectReport;
  /** The lines of a file that the report names; `undefined` for a file that does not exist. */
  lines(path: string): Lines | undefined;
}

interface CheckedThen extends Checked {
  readonly generation: number;
}

/** A workspace folder: its files, its open documents, its settings and what was computed from them. */
export class Folder {
  readonly uri: string;
  /** It stands for a document that was opened by itself: the folders below are not searched for roots. */
  readonly isLoose: boolean;
  readonly workspace: Workspace;
  /** The open documents by path. */
  readonly documents = new Map<string, TextDocument>();
  /** The roots that somebody had verified: the problems of all their files are shown. */
  readonly verified = new Set<string>();
  readonly #host: FolderHost;
  /** Roots without evidence that somebody asked for. */
  readonly #askedFor = new Set<string>();
  #generation = 0;
  #reports = new Map<string, Promise<CheckedThen>>();
  #roots: Promise<readonly string[]> | undefined;
  #settings: Promise<Settings> | undefined;

  constructor(uri: string, isLoose: boolean, host: FolderHost) {
    this.uri = uri;
    this.isLoose = isLoose;
    this.#host = host;
    this.workspace = new Workspace(host.fileSystem(uri), host.grammars);
  }

  /** Counts the changes to anything that an answer depends on. */
  get generation(): number {
    return this.#generation;
  }

  /** The URI that the client knows `path` by. */
  uriOf(path: string): string {
    return this.documents.get(path)?.uri ?? uriOf(this.uri, path);
  }

  /** Takes over an open document, or its new text. */
  edit(path: string, document: TextDocument): void {
    const isNew = !this.documents.has(path);
    this.documents.set(path, document);
    this.workspace.open(path, document.getText());
    // What lies in a folder changes when a document comes that is not on disk; evidence can be typed in pyproject.toml.
    this.#changed(isNew || nameOf(path) === 'pyproject.toml');
  }

  close(path: string): void {
    if (!this.documents.delete(path)) return;
    this.workspace.close(path);
    this.#changed(true);
  }

  /** Takes note that files changed on disk, came or went. */
  touched(paths: readonly string[]): void {
    this.workspace.forget(paths);
    this.#changed(true);
  }

  /** Drops everything that was read from disk. */
  forgetFiles(): void {
    this.workspace.forgetAll();
    this.#changed(true);
  }

  /** Takes `facts` for what is known of packages from now on; `undefined` for what is known offline. */
  usePackages(facts: PackageFacts | undefined): void {
    this.workspace.usePackages(facts);
    this.#changed(false);
  }

  forgetSettings(): void {
    this.#settings = undefined;
    this.#changed(true);
  }

  settings(): Promise<Settings> {
    this.#settings ??= this.#host.settings(this.uri);
    return this.#settings;
  }

  /** Treats `root` as a deployment root from now on. */
  addRoot(root: string): void {
    this.#askedFor.add(root);
    this.#changed(true);
  }

  /** The deployment roots, outer ones first. */
  async roots(): Promise<readonly string[]> {
    for (;;) {
      this.#roots ??= this.#findRoots();
      const current = this.#roots;
      const roots = await current.catch((error) => {
        if (current === this.#roots) this.#roots = undefined;
        throw error;
      });
      if (current === this.#roots) return roots;
    }
  }

  /** The report on `root`, as things stand when the answer arrives. */
  async check(root: string): Promise<Checked> {
    for (;;) {
      const reports = this.#reports;
      const current = reports.get(root) ?? this.#check(root);
      reports.set(root, current);
      current.catch(() => reports.delete(root));
      const checked = await current;
      if (checked.generation === this.#generation) return checked;
    }
  }

  /** Checks `root` in files that need not be those of this folder. */
  async checker(): Promise<(files: Files, root: string) => ProjectReport> {
    const { severities, excludes } = await this.settings();
    const { rules, onCrash } = this.#host;
    return (files, root) => checkProject({ root, files }, { rules, defaultSeverities: severities, excludes, onCrash });
  }

  #changed(affectsRoots: boolean): void {
    this.#generation++;
    this.#reports = new Map();
    if (affectsRoots) this.#roots = undefined;
  }

  async #findRoots(): Promise<readonly string[]> {
    const { excludes } = await this.settings();
    const found = await this.workspace.ask((files) => {
      if (!this.isLoose) return deploymentRoots(files);
      return hasEvidence(files, '') ? [''] : [];
    });
    const all = new Set([...(found ?? []), ...this.#askedFor]);
    return [...all].filter((root) => !excludes(inside(root, configurationName))).sort();
  }

  async #check(root: string): Promise<CheckedThen> {
    for (;;) {
      const settings = this.settings();
      const check = await this.checker();
      const checked = await this.workspace.ask((files) => {
        const report = check(files, root);
        const lines = linesIn(textsOf(files, report), this.#host.positionEncoding);
        return { report, lines, generation: this.#generation };
      });
      if (checked && settings === this.#settings) return checked;
    }
  }
}

/** The texts of all files that a report points to or that its fixes may change, taken now: the files go on changing. */
function textsOf(files: Files, { project, problems }: ProjectReport): ReadonlyMap<string, string | undefined> {
  const paths = problems.flatMap(({ path, related, fixes }) => [
    path,
    ...related.map((place) => place.path),
    ...fixes.flatMap(({ changes }) => changes.map((change) => change.path)),
  ]);
  const configurations = [configurationName, 'pyproject.toml'].map((name) => inside(project.root, name));
  return new Map([...new Set([...paths, ...configurations])].map((path) => [path, files.source(path)?.text]));
}

function linesIn(texts: ReadonlyMap<string, string | undefined>, encoding: PositionEncoding): Checked['lines'] {
  const known = new Map<string, Lines>();
  return (path) => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const lines = known.get(path) ?? new Lines(text, encoding);
    known.set(path, lines);
    return lines;
  };
}
