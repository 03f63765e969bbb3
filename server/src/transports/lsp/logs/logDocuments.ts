import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LogAnalysis, type LogFacts } from '../../../logs/analysis.ts';
import { explainLog } from '../../../logs/explain.ts';
import type { LogReport } from '../../../logs/report.ts';
import { projectOf } from '../../../logs/root.ts';
import { signatures } from '../../../logs/signatures/index.ts';
import type { Checked, Folder } from '../folder.ts';
import type { OpenDocuments } from '../openDocuments.ts';
import { Lines } from '../positions.ts';
import type { Session } from '../session.ts';

/** The language of a deployment log. */
export const logLanguage = 'vercel-log';

/** The project that a log is about. */
export interface LogProject {
  readonly folder: Folder;
  readonly root: string;
  readonly checked: Checked;
}

/** An open log with its explanation. */
export interface ExplainedLog {
  readonly document: TextDocument;
  readonly lines: Lines;
  readonly report: LogReport;
  readonly project?: LogProject;
  /** The lines of a file that the report points at. */
  linesOf(path: string): Lines | undefined;
}

interface Read {
  readonly version: number;
  readonly facts: LogFacts;
}

/** Explains the open documents that are logs. What the text says is worked out once for each version of it. */
export class LogDocuments {
  readonly #session: Session;
  readonly #documents: OpenDocuments;
  /** By document, not by URI: the next paste may have the name of the last one. */
  readonly #read = new WeakMap<TextDocument, Read>();

  constructor(session: Session, documents: OpenDocuments) {
    this.#session = session;
    this.#documents = documents;
  }

  /** Whether the open document at `uri` is a log. */
  isLog(uri: string): boolean {
    return this.#documents.get(uri)?.languageId === logLanguage;
  }

  /** The open documents that are logs. */
  open(): readonly TextDocument[] {
    return this.#documents.all().filter(({ languageId }) => languageId === logLanguage);
  }

  /** The explanation of the log at `uri`; `undefined` where no log is open there. */
  async at(uri: string): Promise<ExplainedLog | undefined> {
    const document = this.#documents.get(uri);
    return document?.languageId === logLanguage ? this.explain(document) : undefined;
  }

  /**
   * The explanation of a text, open or not.
   * @param root URI of the root that it is about, where that is known
   */
  async explain(document: TextDocument, root?: string): Promise<ExplainedLog> {
    const facts = this.#factsOf(document);
    const project = facts.hits.length > 0 ? await this.#projectOf(facts, root) : undefined;
    const report = explainLog(facts, project?.checked.report);
    const paths = report.entries.flatMap(({ blame }) => (blame ? [blame.path] : []));
    const encoding = this.#session.abilities.positionEncoding;
    const texts = project ? await textsOf(project.folder, paths) : new Map<string, string>();
    return {
      document,
      report,
      lines: new Lines(document.getText(), encoding),
      ...(project ? { project } : {}),
      linesOf(path) {
        const text = texts.get(path);
        return project?.checked.lines(path) ?? (text === undefined ? undefined : new Lines(text, encoding));
      },
    };
  }

  #factsOf(document: TextDocument): LogFacts {
    const before = this.#read.get(document);
    if (before?.version === document.version) return before.facts;
    const analysis = new LogAnalysis(signatures);
    analysis.push(document.getText());
    const facts = analysis.end();
    this.#read.set(document, { version: document.version, facts });
    return facts;
  }

  async #projectOf(facts: LogFacts, known?: string): Promise<LogProject | undefined> {
    const { folders } = this.#session;
    const [place] = known === undefined ? [] : folders.places(known);
    if (place) return { folder: place.folder, root: place.path, checked: await place.folder.check(place.path) };
    const projects: LogProject[] = [];
    for (const folder of folders.all()) {
      for (const root of await folders.rootsOf(folder)) {
        projects.push({ folder, root, checked: await folder.check(root) });
      }
    }
    if (projects.length === 0) projects.push(...(await this.#foldersThemselves()));
    const best = projectOf(
      facts,
      projects.map(({ checked }) => checked.report),
    );
    return projects.find(({ checked }) => checked.report === best);
  }

  /** Where nothing says what is deployed, the log does: the folders of the workspace are taken as they are. */
  async #foldersThemselves(): Promise<readonly LogProject[]> {
    const folders = this.#session.folders.all().filter(({ isLoose }) => !isLoose);
    return Promise.all(folders.map(async (folder) => ({ folder, root: '', checked: await folder.check('') })));
  }
}

async function textsOf(folder: Folder, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = await folder.workspace.ask((files) =>
    [...new Set(paths)].map((path) => [path, files.source(path)?.text] as const),
  );
  return new Map((read ?? []).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
