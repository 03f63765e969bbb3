import { contains } from '../../text/span.ts';
import type { PythonDocument } from './document.ts';

/** What stands in a part that does not parse, where it may bind or use what the runtime serves: `handler`, or `app` but for `app.get(…)`. */
const mayMatter = /\bhandler\b|\b(?:app|application)\b(?!\s*\.)|\bimport\s*\*/i;

/**
 * The module as if the statements that do not parse were not there, so that what is known of the others stays known while
 * somebody types. Each of the others parses by itself.
 * `undefined` where that could say something else than the whole will: where a part that does not parse may be about
 * `app`, `application` or `handler`, or leaves a string open that may reach into other statements.
 */
export function intactPart(document: PythonDocument): PythonDocument | undefined {
  const known = memory.get(document);
  if (known !== undefined) return known ?? undefined;
  const found = partOf(document);
  memory.set(document, found ?? null);
  return found;
}

const memory = new WeakMap<PythonDocument, PythonDocument | null>();

function partOf({ kind, text, encoding, statements, comments, broken }: PythonDocument): PythonDocument | undefined {
  const texts = broken.map(({ start, end }) => text.slice(start, end));
  if (broken.length === 0 || texts.some((part) => mayMatter.test(part) || leavesOpen(part))) return undefined;
  const whole = statements.filter(({ span }) => !broken.some((part) => contains(part, span)));
  return { kind, text, encoding, statements: whole, comments, hasError: false, broken };
}

/** Whether all that does not parse are functions, so that no new name comes out of it but theirs. */
export function onlyFunctionsBroken({ text, broken }: PythonDocument): boolean {
  return broken.every(({ start, end }) => /^(?:\s|#.*)*(?:@|def\b|async\s+def\b)/.test(text.slice(start, end)));
}

/** Whether a string over several lines may begin here and end in what follows. */
function leavesOpen(part: string): boolean {
  return [/"""/g, /'''/g].some((quotes) => (part.match(quotes)?.length ?? 0) % 2 === 1);
}
