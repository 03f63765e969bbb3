import { type AreaVerdict, areaVerdicts } from '../check/areas.ts';
import type { ProjectReport } from '../check/checkProject.ts';
import type { Problem } from '../check/problem.ts';
import { subjectsOf } from '../check/subjects.ts';
import { utf8 } from '../documents/sourceFile.ts';
import { elementsOf, jsonAt, parseJson, propertiesOf, stringOf } from '../documents/vercelJson.ts';
import { isWithin, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { lineAt } from '../text/lines.ts';
import { textAt } from '../text/span.ts';

/** The file in a root folder that holds the problems which are passed over. */
export const baselineName = '.vercel-preflight-baseline.json';

/** A problem, known again wherever its line moves. */
interface Entry {
  readonly rule: string;
  /** The file, from the root folder. */
  readonly path: string;
  /** A checksum of the text that is pointed at, or of its line: it may be a secret, which belongs in no second file. */
  readonly text: string;
}

/** Problems that somebody has decided to live with. */
export interface Baseline {
  /** How often each problem is passed over, by what it is known by. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The text of a baseline for the problems of `report`. The same problems make the same text. */
export function baselineOf({ project, problems }: ProjectReport): string {
  const entries = problems.map((problem) => entryOf(problem, project));
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).sort();
  return `{\n  "version": 1,\n  "problems": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/** Reads a baseline; `undefined` where `text` is none. */
export function parseBaseline(text: string): Baseline | undefined {
  const document = parseJson(utf8(text));
  const list = jsonAt(document, ['problems']);
  if (document.errors.length > 0 || list?.type !== 'array' || jsonAt(document, ['version'])?.value !== 1)
    return undefined;
  const counts = new Map<string, number>();
  for (const element of elementsOf(list)) {
    const parts = new Map(propertiesOf(element).map(({ name, value }) => [name, stringOf(value)]));
    const [rule, path, mark] = ['rule', 'path', 'text'].map((name) => parts.get(name));
    if (rule === undefined || path === undefined || mark === undefined) return undefined;
    const key = keyOf({ rule, path, text: mark });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts };
}

/** A report without what a baseline holds. */
export interface Reduced {
  readonly report: ProjectReport;
  /** How many problems were passed over. */
  readonly passedOver: number;
  /** How many entries stand for nothing any more. */
  readonly stale: number;
}

/** `report` without the problems of `baseline`: of several that look alike, as many as it holds, the first ones. */
export function withoutBaseline(report: ProjectReport, { counts }: Baseline): Reduced {
  const left = new Map(counts);
  const problems = report.problems.filter((problem) => {
    const key = keyOf(entryOf(problem, report.project));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const { project, deployment } = report;
  const checked = { project, deployment, subjects: subjectsOf(project, deployment) };
  return {
    report: { ...report, problems, areas: areaVerdicts(checked, problems).map(withPassedOver(report, problems)) },
    passedOver: report.problems.length - problems.length,
    stale: [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0),
  };
}

/** What is passed over is no pass: the verdict of its area says so. */
function withPassedOver(all: ProjectReport, problems: readonly Problem[]): (verdict: AreaVerdict) => AreaVerdict {
  const said = new Set(problems);
  const hidden = all.problems.filter((problem) => !said.has(problem) && problem.severity !== 'info');
  return (verdict) => {
    const count = hidden.filter(({ rule }) => rule.area === verdict.id).length;
    if (count === 0) return verdict;
    const evidence = `${verdict.evidence} ${count === 1 ? '1 problem is' : `${count} problems are`} in the baseline.`;
    return { ...verdict, evidence, status: verdict.status === 'fail' ? 'fail' : 'warn' };
  };
}

function entryOf({ rule, path, span }: Problem, { root, files }: Project): Entry {
  const text = files.source(path)?.text ?? '';
  const marked = textAt(text, span.start < span.end ? span : lineAt(text, span.start));
  const name = isWithin(path, root) ? relativeTo(root, path) : `/${path}`;
  return { rule: rule.name, path: name, text: checksum(marked.trim().replace(/\s+/g, ' ')) };
}

function keyOf({ rule, path, text }: Entry): string {
  return JSON.stringify([rule, path, text]);
}

/** FNV-1a with 64 bits over the UTF-16 units of `text`, in hexadecimal. */
function checksum(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
