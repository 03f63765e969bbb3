import type { SpecifierSet, Version } from '../../documents/pep440.ts';
import type { Project } from '../../project/project.ts';
import type { Span } from '../../text/span.ts';
import type { Origin } from './sources.ts';

export interface InstalledRequirements {
  readonly requirements: readonly InstalledRequirement[];
  /** Whether nothing is installed beside them and what they need in turn. */
  readonly isComplete: boolean;
  /** Whether a lock file gives them: each is a pin, and what they need in turn is among them. */
  readonly isLocked: boolean;
}

/** One requirement of the manifest that is installed. */
export interface InstalledRequirement extends Origin {
  readonly path: string;
  /** The requirement as it is written: name, extras, versions and marker, without quotes and options. */
  readonly span: Span;
  /** As it is written. */
  readonly name: string;
  readonly nameSpan: Span;
  /** By PEP 503. */
  readonly normalizedName: string;
  readonly extras: readonly string[];
  /** Absent where it names no versions. */
  readonly specifier?: SpecifierSet;
  /** The one version that it admits, with the place where that is written. */
  readonly pin?: Pin;
  /** Where a specifier may be written: behind name and extras. Absent where there is one, or nowhere to write it. */
  readonly specifierPlace?: number;
  /** Whether its marker holds on the Python that runs, on Linux x86_64; `undefined` where that is not known. */
  readonly applies: boolean | undefined;
  /** Whether the file that names it is written by a tool, so that nobody edits it. */
  readonly isLocked: boolean;
  /** Whether one of the wheels that the lock file lists installs on the Python that runs. Absent where it lists none. */
  readonly hasWheel?: boolean;
  /** How many bytes the wheel that is installed has at least, packed, where the lock file tells. */
  readonly wheelBytes?: number;
}

export interface Pin {
  /** As it is written, such as `1.21.0`. */
  readonly text: string;
  readonly version: Version;
  readonly span: Span;
}

/** What is read, and for which Python, such as `3.13`. */
export interface Reading {
  readonly project: Project;
  readonly path: string;
  readonly python: string;
}

/** The pin that `specifier` is: a single `==` without a wildcard. */
export function pinIn(specifier: SpecifierSet | undefined): Pin | undefined {
  const [clause, ...others] = specifier?.errors.length === 0 ? specifier.clauses : [];
  if (!clause?.parsed || others.length > 0 || clause.wildcard || !/^={2,3}$/.test(clause.operator)) return undefined;
  return { text: clause.version, version: clause.parsed, span: clause.versionSpan };
}
