import { areaOfError } from '../../../check/buildErrorArea.ts';
import type { Severity } from '../../../rules/rule.ts';
import type { ProblemModel, ProjectModel } from '../model.ts';
import { printable, withoutPasswords } from './printable.ts';

/** A problem, and the others that say the same in the same file. */
export interface ProblemGroup {
  readonly problem: ProblemModel;
  readonly others: readonly ProblemModel[];
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The problems of a project for somebody who reads from the top: the gravest first, and before them those of the area at
 * which the build stops. Within that by file and place, with what only repeats another problem behind it.
 */
export function problemGroups({ problems, deployment }: ProjectModel): readonly ProblemGroup[] {
  const [stop] = deployment.errors;
  const stopping = stop && areaOfError(stop);
  const rankOf = ({ severity, rule }: ProblemModel) =>
    ranks[severity] * 2 + (severity === 'error' && rule.area === stopping ? 0 : 1);
  const groups = new Map<string, ProblemModel[]>();
  for (const problem of [...problems].sort((a, b) => rankOf(a) - rankOf(b))) {
    const key = keyOf(problem);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap(([problem, ...others]) => (problem ? [{ problem, others }] : []));
}

/** What two problems share that are told as one: informations their rule, others every word. */
function keyOf({ severity, rule, file, message }: ProblemModel): string {
  return JSON.stringify([severity, rule.name, file, severity === 'info' ? '' : message]);
}

/** How many places are listed before the rest is counted. */
const most = 6;

/** `line 2 (uvicorn), line 5 (mangum) and 3 more` */
export function otherPlaces(others: readonly ProblemModel[]): string {
  const listed = others.length > most ? others.slice(0, most - 1) : others;
  const places = listed.map((problem) => `line ${problem.range.start.line + 1}${sourceOf(problem)}`);
  const rest = others.length - listed.length;
  return rest > 0 ? `${places.join(', ')} and ${rest} more` : places.join(', ');
}

/** What stands at the place, where that is short. */
function sourceOf({ line, range: { start, end }, file }: ProblemModel): string {
  if (start.line !== end.line || /(?:^|\/)\.env[^/]*$/.test(file)) return '';
  const text = printable(withoutPasswords(line).slice(start.character, end.character));
  return text !== '' && text.length <= 40 ? ` (${text})` : '';
}
