import type { Releases } from '../facts/builderReleases.ts';
import type { Era } from './era.ts';
import type { Phase } from './line.ts';
import type { Raised, Traceback } from './traceback.ts';

/**
 * What a line is to a failure.
 * - `cause`: it ends a build or a request, and says why;
 * - `symptom`: it ends one, and does not say why; the verdict only where nothing else is;
 * - `warning`: something is wrong that need not be what failed;
 * - `decoy`: looks like a failure and is none;
 * - `note`: worth knowing.
 */
export type Role = 'cause' | 'symptom' | 'warning' | 'decoy' | 'note';

/**
 * What was read from the log: the named groups of the pattern, and
 * `file` and `line` (the user's deepest frame, or the file that the line names), `exception`, `message`, `function`, `source`,
 * `python`, `fields` (names on the lines below an exception, in backticks). On the page that is made from a signature each reads as its name in angle brackets.
 */
export type Values = Readonly<Record<string, string | undefined>>;

/** Words, with `{name}` for a value; a function where they depend on which values there are. */
export type Words = string | ((values: Values) => string);

/** What the project's files can be asked about. Without a project there is no such object. */
export interface ProjectFacts {
  /** Whether there is a file at this path, relative to the root. */
  has(path: string): boolean;
  /** Its text. */
  text(path: string): string | undefined;
  /** Whether the rule called so reports something. */
  reports(rule: string): boolean;
  /** Whether what Vercel installs from lists a distribution; `undefined` where that cannot be told. */
  lists(distribution: string): boolean | undefined;
}

export interface Evidence {
  readonly values: Values;
  readonly era: Era;
  readonly traceback?: Traceback;
  readonly raised?: Raised;
  readonly project?: ProjectFacts;
  /** What the named groups hold of another signature that the log has; `undefined` where it has none. */
  found(signature: string): Values | undefined;
}

/** One thing that may have led to the line. */
export interface Cause {
  /** What happened, in one or two sentences. */
  readonly cause: Words;
  /** What to do. */
  readonly advice: Words;
  /** Rules that report this cause in the project's files; where one does, this cause is the one. */
  readonly rules?: readonly string[];
  /** Titles of fixes of those rules that do not mend this: they are left out. */
  readonly withoutFixes?: RegExp;
  /** Whether the files, or the log, prove this cause (`true`) or rule it out (`false`). */
  when?(evidence: Evidence): boolean | undefined;
  /** What would decide between this cause and the others, where the files cannot. */
  readonly decides?: string;
}

export interface LogExample {
  /** Lines of a log; «» stands around what must be pointed at. Without marks the signature must not be found. */
  readonly log: string;
  /** The project's files, in the notation of rule examples. */
  readonly files?: string;
  /** A part of the cause that must be given first. */
  readonly says?: string;
  /** The file that must be pointed at. */
  readonly blames?: string;
}

export interface Signature {
  /** Names what is behind the line, in kebab case; the signature's only identity. */
  readonly name: string;
  readonly role: Role;
  /** Where it is written; absent for both. */
  readonly phase?: Phase;
  /** One sentence: what failed. */
  readonly title: Words;
  /** Texts of which a line holds one wherever `pattern` fits: they make the search fast. */
  readonly literals: readonly string[];
  /** Fits the line, freed of timestamps and colours; the place of the whole match, or of the group `at`, is pointed at. */
  readonly pattern: RegExp;
  /** What more must hold; asked once the whole log is read. */
  where?(evidence: Evidence): boolean;
  /** Releases of the builder that write this line. */
  readonly builder?: Releases;
  /** What is different in a deployment of today, where the line is from another time. */
  readonly today?: Words;
  /** The likeliest first. */
  readonly causes: readonly Cause[];
  /** Signatures that are what this one leads to: where both are found, this one is the verdict. */
  readonly explains?: readonly string[];
  /** Signatures that are only noise beside this one. */
  readonly noise?: readonly string[];
  /** Signatures whose named groups are values of this one too, where the log has them. */
  readonly borrows?: readonly string[];
  /** For every exception of a traceback, and dropped where another signature fits it. */
  readonly isFallback?: true;
  /** Where the fact stands, or how it was seen. */
  readonly source: string;
  /** The first is the page's example. At least one must not be found. */
  readonly examples: readonly LogExample[];
}

/** Gives `signature` its type. */
export function defineSignature(signature: Signature): Signature {
  return signature;
}

/** `words` with the values filled in. */
export function wordsOf(words: Words, values: Values): string {
  const text = typeof words === 'string' ? words : words(values);
  return text.replace(/\{([a-zA-Z]\w*)\}/g, (whole, name: string) => values[name] ?? whole);
}
