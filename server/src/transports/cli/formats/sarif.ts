import { homepage, version } from '../../../../../package.json';
import { rulePage } from '../../../facts/product.ts';
import type { Rule, Severity } from '../../../rules/rule.ts';
import type { EditModel, FixModel, Place, ProblemModel, ReportModel } from '../model.ts';
import type { Range } from '../positions.ts';
import { asJson } from './json.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, for code scanning. Paths are relative to the current folder, which has to be that of the repository. */
export function sarifReport({ projects }: ReportModel, rules: readonly Rule[]): string {
  const problems = projects.flatMap((project) => project.problems);
  const used = rules.filter((rule) => problems.some((problem) => problem.rule === rule));
  const driver = { name: 'Vercel Python Preflight', version, informationUri: homepage, rules: used.map(ruleSarif) };
  const results = problems.map((problem) => resultSarif(problem, used.indexOf(problem.rule)));
  return asJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  });
}

function ruleSarif({ name, summary, why, severity, area }: Rule): object {
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${rulePage(name)}` },
    helpUri: rulePage(name),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [area] },
  };
}

function resultSarif(problem: ProblemModel, ruleIndex: number): object {
  const { rule, severity, message, related, fixes } = problem;
  const shownFixes = fixes.flatMap((fix) => fixSarif(fix, problem));
  return {
    ruleId: rule.name,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(problem)],
    ...(related.length > 0 ? { relatedLocations: related.map(relatedSarif) } : {}),
    ...(shownFixes.length > 0 ? { fixes: shownFixes } : {}),
  };
}

function relatedSarif(place: Place & { readonly message: string }, id: number): object {
  return { id, ...locationOf(place), message: { text: place.message } };
}

function locationOf({ shown, hasText, range }: Place): object {
  const artifactLocation = { uri: uriOf(shown) };
  return { physicalLocation: hasText ? { artifactLocation, region: regionOf(range) } : { artifactLocation } };
}

/** SARIF can neither create nor delete a file, and knows paths as this format prints them for the problem's own file. */
function fixSarif({ title, edits }: FixModel, { file, shown }: ProblemModel): object[] {
  if (edits.length === 0 || edits.some((edit) => edit.create || edit.delete || edit.file !== file)) return [];
  const artifactChanges = [{ artifactLocation: { uri: uriOf(shown) }, replacements: edits.map(replacementOf) }];
  return [{ description: { text: title }, artifactChanges }];
}

function replacementOf({ range, newText }: EditModel): object {
  return { deletedRegion: regionOf(range), insertedContent: { text: newText } };
}

function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
