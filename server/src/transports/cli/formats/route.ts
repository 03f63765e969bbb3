import type { RouteExplanation, StepModel } from '../../../features/explainRoute.ts';
import { type Lines, type Range, startOfFile } from '../positions.ts';
import { hanging, padded, printable } from './printable.ts';
import type { TextStyle } from './style.ts';

/** An explanation with all that the formats show. */
export interface NamedExplanation {
  /** Path of the root from the folder that was asked about. */
  readonly root: string;
  /** What a person calls the root. */
  readonly name: string;
  readonly explanation: RouteExplanation;
  /** The lines of each file that a step points at, by path. */
  readonly lines: ReadonlyMap<string, Lines>;
  /** A path as seen from the current folder. */
  shown(path: string): string;
}

/** What answers, for a person: the way there, a numbered line a step, then the answer. */
export function routeText(named: NamedExplanation, { colours, width: columns }: TextStyle): string {
  const { request, steps, answer } = named.explanation;
  const target = `${request.path}${request.query ? `?${request.query}` : ''}`;
  const places = steps.map((step) => placeText(step, named));
  const width = Math.max(0, ...places.map((place) => place.length));
  const digits = String(steps.length).length;
  const margin = 2 + digits + 2 + (width > 0 ? width + 2 : 0);
  const rows = steps.map((step, index) => {
    const place = width > 0 ? `${colours.cyan(padded(printable(places[index] ?? ''), width))}  ` : '';
    const text = hanging(printable(step.text), margin, columns);
    return `  ${String(index + 1).padStart(digits)}  ${place}${text}`;
  });
  return [
    `${colours.bold(printable(`${request.method} ${target}`))} in ${printable(named.name)}`,
    ...(rows.length > 0 ? [rows.join('\n')] : []),
    colours.bold(hanging(printable(answer.text), 0, columns)),
  ].join('\n\n');
}

/** `vercel.json:12` for a rule; the file alone for a file that is there. */
function placeText({ place }: StepModel, { lines, shown }: NamedExplanation): string {
  if (!place) return '';
  const line = (lines.get(place.path)?.positionAt(place.span.start).line ?? 0) + 1;
  return place.span.end > 0 ? `${shown(place.path)}:${line}` : shown(place.path);
}

/** What answers, for programs. Its form is a contract: positions are zero-based, characters are UTF-16 units. */
export function routeJson({ root, explanation, lines }: NamedExplanation): object {
  const { request, answer, steps } = explanation;
  return { root: root || '.', request, answer, steps: steps.map((step) => stepJson(step, lines)) };
}

function stepJson({ kind, text, path, rule, place }: StepModel, lines: ReadonlyMap<string, Lines>): object {
  const range: Range | null = place ? (lines.get(place.path)?.rangeOf(place.span) ?? startOfFile) : null;
  return { kind, text, path, rule, file: place?.path ?? null, range };
}
