import type { ProjectReport } from '../check/checkProject.ts';
import type { Problem, ProblemFix } from '../check/problem.ts';
import { installedRequirements } from '../deployment/installed/installedRequirements.ts';
import { normalizeName } from '../documents/pep508Marker.ts';
import type { Rule } from '../rules/rule.ts';
import type { Hit, LogFacts } from './analysis.ts';
import { projectPlace, requirementPlace, valuesOf } from './places.ts';
import { redacted } from './redacted.ts';
import type { EntryCause, LogEntry, LogReport, ProjectPlace } from './report.ts';
import { type Cause, type Evidence, type ProjectFacts, type Signature, type Values, wordsOf } from './signature.ts';
import { rank } from './verdict.ts';

/**
 * What a log says, in words, with the places and the fixes in the project.
 *
 * @param report the project that was deployed, checked with at least the rules that `rulesFor` names; without it the log
 * is explained from itself.
 */
export function explainLog(facts: LogFacts, report?: ProjectReport): LogReport {
  const evidence = new Map(facts.hits.map((hit) => [hit, evidenceFor(hit, facts, report)]));
  const evidenceOf = (hit: Hit) => evidence.get(hit) ?? evidenceFor(hit, facts, report);
  const hits = facts.hits.filter((hit) => hit.signature.where?.(evidenceOf(hit)) ?? true);
  const isProven = (hit: Hit) => judged(hit, evidenceOf(hit), report).isCertain;
  const { verdict, isFailure, contributing, notes } = rank({ ...facts, hits }, isProven);
  const said = verdict && wordsOf(verdict.signature.title, evidenceOf(verdict).values);
  const reason = verdict && { verdict, rules: rulesOf(judged(verdict, evidenceOf(verdict), report)) };
  const entry = (part: LogEntry['part']) => (hit: Hit) =>
    entryFor(hit, part, withReason(judged(hit, evidenceOf(hit), report), hit, reason), evidenceOf(hit), report);
  return {
    era: facts.era,
    outcome: facts.outcome,
    lineCount: facts.lineCount,
    unexplained: withDropped(facts, hits),
    entries: [
      ...(verdict ? [{ ...entry('verdict')(verdict), ...(isFailure ? { severity: 'error' as const } : {}) }] : []),
      ...contributing.map(entry('contributing')).filter(({ title }) => title !== said),
      ...notes.map(entry('note')),
    ],
  };
}

/** Lines that a signature fits, for which it does not stand after all, are unexplained like others. */
function withDropped({ hits, unexplained }: LogFacts, kept: readonly Hit[]): LogReport['unexplained'] {
  const explained = new Set(kept.map(({ line }) => line));
  const lost = hits.filter(({ line, signature }) => !explained.has(line) && tellsFailure(signature));
  const byLine = new Map(lost.map((hit) => [hit.line, hit]));
  const own = [...byLine.values()].map(({ line }) => ({ line: line.number, text: redacted(line.text.trim()) }));
  const count = [...byLine.values()].reduce((sum, hit) => sum + hit.count, unexplained.count);
  return { count, first: [...unexplained.first, ...own].sort((a, b) => a.line - b.line) };
}

const tellsFailure = ({ role }: Signature) => role === 'cause' || role === 'symptom';

/** The rules whose answers `explainLog` needs for these facts. */
export function rulesFor({ hits }: LogFacts, rules: readonly Rule[]): readonly Rule[] {
  const names = new Set(hits.flatMap(({ signature }) => signature.causes.flatMap((cause) => cause.rules ?? [])));
  return rules.filter(({ name }) => names.has(name));
}

function evidenceFor(hit: Hit, { era, hits }: LogFacts, report: ProjectReport | undefined): Evidence {
  return {
    values: { ...borrowedBy(hit, hits), ...valuesOf(hit, era, report?.project) },
    era,
    found: (name) => hits.find(({ signature }) => signature.name === name)?.groups,
    ...(hit.traceback ? { traceback: hit.traceback } : {}),
    ...(hit.raised ? { raised: hit.raised } : {}),
    ...(report ? { project: projectFacts(report) } : {}),
  };
}

/** What was read by signatures that this one borrows from, the first finding of each. */
function borrowedBy({ signature: { borrows = [] } }: Hit, hits: readonly Hit[]): Values {
  const found = borrows.map((name) => hits.find(({ signature }) => signature.name === name)?.groups ?? {});
  return Object.assign({}, ...found);
}

function projectFacts({ project, deployment, problems }: ProjectReport): ProjectFacts {
  const path = (name: string) => (project.root ? `${project.root}/${name}` : name);
  return {
    has: (name) => project.files.has(path(name)),
    text: (name) => project.files.source(path(name))?.text,
    reports: (rule) => problems.some((problem) => problem.rule.name === rule),
    lists(distribution) {
      const { requirements, isComplete } = installedRequirements(project, deployment);
      const name = normalizeName(distribution.replace(/\[.*$/, ''));
      return requirements.some(({ normalizedName }) => normalizedName === name) || (isComplete ? false : undefined);
    },
  };
}

interface Judged {
  readonly causes: readonly (EntryCause & { readonly of: Cause })[];
  readonly isCertain: boolean;
}

/** The causes that are possible; the proven ones alone where there is one. */
function judged(hit: Hit, evidence: Evidence, report: ProjectReport | undefined): Judged {
  const all = hit.signature.causes.map((cause) => {
    const problems = problemsOf(cause, evidence, report);
    return { cause, problems, proof: cause.when ? cause.when(evidence) : problems.length > 0 || undefined };
  });
  const proven = all.filter(({ proof }) => proof === true);
  const possible = all.filter(({ proof }) => proof !== false);
  // A cause that rules look for, and do not find in the files, is unlikely; it is given where there is no other.
  const likely = possible.filter(({ cause }) => !report || !cause.rules);
  const open = [likely, possible, all].find((some) => some.length > 0) ?? [];
  const isCertain = proven.length > 0;
  const causes = (isCertain ? proven : open).map(({ cause, problems }) => ({
    of: cause,
    cause: wordsOf(cause.cause, evidence.values),
    advice: wordsOf(cause.advice, evidence.values),
    problems,
    ...(cause.decides && !isCertain ? { decides: wordsOf(cause.decides, evidence.values) } : {}),
  }));
  return { causes, isCertain };
}

/** What the rules of `cause` report, in the order of those rules; of the file that the log names, where they report something there. */
function problemsOf(cause: Cause, { values }: Evidence, report: ProjectReport | undefined): readonly Problem[] {
  const { rules = [] } = cause;
  const own = report?.problems.filter(({ rule }) => rules.includes(rule.name)) ?? [];
  own.sort((a, b) => rules.indexOf(a.rule.name) - rules.indexOf(b.rule.name));
  const named = own.filter(({ path }) => values.file !== undefined && path.endsWith(values.file));
  return named.length > 0 ? named : own;
}

const severities = { cause: 'error', symptom: 'error', warning: 'warning', decoy: 'info', note: 'info' } as const;

/** The causes of a finding that share a rule with what led to it, where the verdict did: they are the ones. */
function withReason(own: Judged, hit: Hit, reason: Reason | undefined): Judged {
  if (!reason?.verdict.signature.explains?.includes(hit.signature.name)) return own;
  const shared = own.causes.filter(({ of }) => of.rules?.some((rule) => reason.rules.has(rule)));
  return shared.length > 0 ? { causes: shared.map(({ decides: _, ...cause }) => cause), isCertain: true } : own;
}

interface Reason {
  readonly verdict: Hit;
  /** Rules that report the causes of the verdict. */
  readonly rules: ReadonlySet<string>;
}

function rulesOf({ causes }: Judged): ReadonlySet<string> {
  return new Set(causes.flatMap(({ of }) => of.rules ?? []));
}

function entryFor(
  hit: Hit,
  part: LogEntry['part'],
  { causes, isCertain }: Judged,
  evidence: Evidence,
  report: ProjectReport | undefined,
): LogEntry {
  const { signature, place, count } = hit;
  const problem = causes[0]?.problems[0];
  const blame = problem ?? placeInProject(hit, evidence, report);
  const rule = problem?.rule.name ?? causes[0]?.of.rules?.[0];
  const today = signature.today === undefined || part === 'note' ? '' : wordsOf(signature.today, evidence.values);
  return {
    signature,
    part,
    severity: severities[signature.role],
    title: wordsOf(signature.title, evidence.values),
    place,
    evidence: redacted(hit.line.text.trim()).slice(0, 2000),
    count,
    causes: causes.map(({ of: _, ...cause }) => cause),
    isCertain,
    fixes: causes.flatMap(fixesOf),
    ...(today ? { today } : {}),
    ...(blame ? { blame: { path: blame.path, span: blame.span } } : {}),
    ...(rule === undefined ? {} : { rule }),
  };
}

function fixesOf({ of, problems }: Judged['causes'][number]): readonly ProblemFix[] {
  return problems.flatMap(({ fixes }) => fixes).filter(({ title }) => !of.withoutFixes?.test(title));
}

function placeInProject(hit: Hit, { values }: Evidence, report: ProjectReport | undefined): ProjectPlace | undefined {
  const { project, deployment } = report ?? {};
  return requirementPlace(values, project, deployment?.install.source) ?? projectPlace(hit, values, project);
}
