import { failOnChoices, severityChoices } from '../facts/configuration.ts';
import { configurationOf } from '../project/configuration.ts';
import { isWithin, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { Severity } from '../rules/rule.ts';
import { exclusion } from '../text/exclusion.ts';
import type { Span } from '../text/span.ts';

export type FailOn = Severity | 'never';

/** A rule that is not reported in files of some name. */
export interface PerFileIgnore {
  /** The configuration file, and the name of the rule in it. */
  readonly path: string;
  readonly span: Span;
  readonly rule: string;
  matches(path: string): boolean;
}

/** What a project's configuration file says, as far as it is understood. */
export interface Configured {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly failOn?: FailOn;
  readonly perFileIgnores: readonly PerFileIgnore[];
  excludes(path: string): boolean;
}

const nothing: Configured = { severities: {}, perFileIgnores: [], excludes: () => false };

/** The configuration of `project`. What it holds beside known words has no effect; the rules say so. */
export function configuredIn(project: Project): Configured {
  const found = configurationOf(project);
  if (!found) return nothing;
  const { rules, exclude, failOn, perFileIgnores } = found.configuration;
  const severities = rules.flatMap(({ name, severity }) =>
    severityChoices.some((choice) => choice.name === severity.value) ? [[name, severity.value as Severity]] : [],
  );
  const isLevel = failOnChoices.some((choice) => choice.name === failOn?.value);
  return {
    severities: Object.fromEntries(severities),
    ...(isLevel ? { failOn: failOn?.value as FailOn } : {}),
    excludes: belowRoot(
      project,
      exclude.map(({ value }) => value),
    ),
    perFileIgnores: perFileIgnores.flatMap(({ name, rules: names }) => {
      const matches = belowRoot(project, [name]);
      return names.map(({ value, entry }) => ({ path: found.path, span: entry.valueSpan, rule: value, matches }));
    }),
  };
}

/** Patterns speak of paths below the root folder, and of nothing outside. */
function belowRoot({ root }: Project, patterns: readonly string[]): (path: string) => boolean {
  const isMatched = exclusion(patterns);
  return (path) => isWithin(path, root) && isMatched(relativeTo(root, path));
}
