import type { Deployment } from '../deployment/deployment.ts';
import type { DocumentOf, FileKind } from '../documents/kinds.ts';
import type { ProjectConfiguration } from '../project/configuration.ts';
import type { Project } from '../project/project.ts';
import type { FileChange, TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { UnusedSuppression } from './unusedSuppression.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The areas of the report, in its order. */
export const areas = [
  'python-version',
  'handler',
  'runtime-config',
  'dependencies',
  'cold-start',
  'database',
  'environment',
  'routes',
  'bundle',
] as const;
export type Area = (typeof areas)[number];

/**
 * What a rule looks at.
 * - a file kind: each such file that counts for the deployment (python: each module that the entrypoint imports);
 * - `entrypoint`: each Python file that serves, or was meant to serve, requests;
 * - `project`: the project as a whole; its findings name their file;
 * - `configuration`: our own configuration of the project, in whichever file it stands;
 * - `suppressions`: the suppressions of the project that silence nothing, known once every other rule has run.
 */
export type Subject = FileKind | 'entrypoint' | 'project' | 'configuration' | 'suppressions';

export type DocumentOfSubject<S extends Subject> = S extends FileKind
  ? DocumentOf<S>
  : S extends 'entrypoint'
    ? DocumentOf<'python'>
    : S extends 'configuration'
      ? ProjectConfiguration
      : S extends 'suppressions'
        ? readonly UnusedSuppression[]
        : undefined;

/** What a rule may ask beside its own document. */
export interface RuleContext {
  /** Path of the document; the root folder for `project`. */
  readonly path: string;
  readonly project: Project;
  readonly deployment: Deployment;
  /** The names of all rules that there are. */
  readonly ruleNames: readonly string[];
}

/** The part of a context that is about the module at hand, for questions that other rules than the asking one share. */
export type ModuleContext = Omit<RuleContext, 'ruleNames'>;

/**
 * - `safe`: keeps what the project does and may be applied by `--fix`, on save and by "Fix all safe problems";
 * - `unsafe`: right in most projects, so a person decides.
 */
export type Safety = 'safe' | 'unsafe';

export interface Fix {
  /** A command: "Remove `builds`". */
  readonly title: string;
  readonly safety: Safety;
  /** Changes to the file of the finding. */
  readonly edits?: readonly TextEdit[];
  /** Changes to other files, or to the file as a whole. */
  readonly files?: readonly FileChange[];
}

export interface RelatedPlace {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

export interface Finding {
  readonly span: Span;
  /**
   * What is wrong, then what to do; at most 120 characters where the reader's own values allow it. Names and values from
   * their files stand in backticks, paths and versions do not.
   */
  readonly message: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** Where the finding lies in another file than the one that was looked at. */
  readonly path?: string;
  readonly related?: readonly RelatedPlace[];
  /** Best first. */
  readonly fixes?: readonly Fix[];
  /** What an editor may draw differently: text without effect is faded, what is outdated is struck out. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** Files in the test notation (test/support/notation.ts): `-- path` heads a file, `«»` marks where the finding must point. */
export interface Example {
  readonly files: string;
  /** All files as they are after the first fix of the first finding. */
  readonly fixed?: string;
  /** What the package index answers, where it was asked: the names of all files of each package. */
  readonly index?: Readonly<Record<string, readonly string[]>>;
  /** A sentence for the rule's page where the files do not speak for themselves. `half typed` begins it where the text is still being typed. */
  readonly note?: string;
}

export interface Rule<S extends Subject = Subject> {
  /** Names the problem in kebab case; the rule's only identity. */
  readonly name: string;
  readonly area: Area;
  readonly subject: S;
  readonly severity: Severity;
  readonly status: 'stable' | 'preview';
  /** The version of this product that brought the rule. */
  readonly since: string;
  /** One sentence for lists. */
  readonly summary: string;
  /** What happens on Vercel because of it: the page's "Why it matters". */
  readonly why: string;
  /** When somebody may ignore it. */
  readonly ignore?: string;
  /** Where the fact stands: a page of Vercel or a PEP, or the builder's own source. */
  readonly source: string;
  /** The first is the page's example. At least one must stay silent. */
  readonly examples: readonly Example[];
  /** Says only what the files prove. Pure; looks at nothing but its arguments. */
  check(document: DocumentOfSubject<S>, context: RuleContext): Iterable<Finding>;
}

/** Gives `rule` its type, so that `check` receives the document of its subject. */
export function defineRule<S extends Subject>(rule: Rule<S>): Rule<S> {
  return rule;
}
