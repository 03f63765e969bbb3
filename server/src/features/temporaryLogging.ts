import { servedVariable } from '../deployment/servedVariable.ts';
import type { PythonDocument } from '../documents/python/document.ts';
import { importTimeStatements } from '../documents/python/scope.ts';
import type { Import, ImportFrom, Statement } from '../documents/python/syntax.ts';
import { temporaryLines, temporaryLog, temporaryMark } from '../documents/python/temporaryLogging.ts';
import { nameOf } from '../project/paths.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineAt, lineEndingOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Lines to put into a module, at the start of a line or at the end of the text. */
interface Insertion {
  readonly at: number;
  readonly lines: readonly string[];
}

/**
 * The edits that make a module tell on standard error how far its import has come, and when: at its start, around each
 * import at top level and around the statement that makes the application, and at its end. Whole lines are added at top
 * level and nothing else changes, so that the variable that Vercel serves stays the one it was.
 * None for a module that does not parse, has such lines already, or has nothing to tell of.
 * @param path of the module, whose name the first line says
 */
export function withTemporaryLogging(document: PythonDocument, path: string): readonly TextEdit[] {
  const { text, statements, hasError, vercel } = document;
  if (hasError || vercel?.valid === false || temporaryLines(document).length > 0 || isOddlyBroken(text)) return [];
  const head = headOf(document);
  if (head === undefined || !isFree(text, text.length) || statements.some(({ span }) => isInside(head, span)))
    return [];
  const steps = stepsOf(document).filter(({ statement }) => lineAt(text, statement.span.start).start >= head);
  if (steps.length === 0) return [];
  const name = nameOf(path).replace(/[^\w.-]/g, '_');
  const insertions = [
    {
      at: head,
      lines: [...helpers, `${temporaryLog}("start of ${name}, Python " + _preflight_sys.version.split()[0])`],
    },
    ...steps.flatMap((step, index) => around(document, step, steps[index + 1], statements)),
    { at: text.length, lines: [said(`end of ${name}`)] },
  ];
  return insertions.map((insertion) => edit(text, insertion));
}

/** A lone carriage return ends a line for Python and not for every tool. */
const isOddlyBroken = (text: string) => /\r(?!\n)/.test(text);

const isInside = (at: number, { start, end }: Span) => start < at && at < end;

/** What the lines need. `def` on one line keeps every line one that can be taken out alone. */
const helpers: readonly string[] = [
  'import sys as _preflight_sys, time as _preflight_time',
  '_preflight_start = _preflight_time.perf_counter()',
  `def ${temporaryLog}(step): print(f"preflight: {_preflight_time.perf_counter() - _preflight_start:.3f} s, {step}", file=_preflight_sys.stderr, flush=True)`,
];

const said = (step: string) => `${temporaryLog}("${step}")`;

function edit(text: string, { at, lines }: Insertion): TextEdit {
  const ending = lineEndingOf(text);
  const marked = lines.map((line) => `${line}  ${temporaryMark}`);
  const isBehindText = at === text.length && at > 0 && !/[\r\n]$/.test(text);
  const newText = isBehindText
    ? marked.map((line) => ending + line).join('')
    : marked.map((line) => line + ending).join('');
  return { span: { start: at, end: at }, newText };
}

/**
 * Where the first line goes: before the first statement, behind the docstring and what is imported from the future.
 * `undefined` where no line can begin there.
 */
function headOf({ text, statements }: PythonDocument): number | undefined {
  const leading = statements.filter(
    (statement, index) => isFuture(statement) || (index === 0 && isDocstring(statement)),
  );
  const last = leading.at(-1);
  if (last) return lineBehind(text, last.span.end, 'anything');
  const [first] = statements;
  return first && lineBefore(text, first);
}

function isFuture(statement: Statement): boolean {
  return statement.kind === 'importFrom' && statement.module === '__future__' && statement.level === 0;
}

function isDocstring(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.expression.kind === 'string';
}

/** A statement at top level that is worth a line before it. */
interface Step {
  readonly statement: Statement;
  /** Words that can stand in a string. */
  readonly name: string;
}

function stepsOf(document: PythonDocument): Step[] {
  const served = servedVariable(document);
  const imports = importsOf(document);
  return document.statements.flatMap((statement): Step[] => {
    if (isFuture(statement)) return [];
    const own = imports.get(statement) ?? [];
    if (own.length > 0) return [{ statement, name: shortened(own.map(importText).join(', ')) }];
    return served?.binding.statement === statement ? [{ statement, name: `making ${served.name}` }] : [];
  });
}

/** The imports that run with each statement at top level, those inside `if` and `try` included. */
function importsOf(document: PythonDocument): ReadonlyMap<Statement, readonly (Import | ImportFrom)[]> {
  const found = new Map<Statement, (Import | ImportFrom)[]>();
  const all = importTimeStatements(document).map(({ statement }) => statement);
  for (const one of all) {
    if (one.kind !== 'import' && one.kind !== 'importFrom') continue;
    const top = document.statements.find(({ span }) => span.start <= one.span.start && one.span.end <= span.end);
    if (top && top.kind !== 'class') found.set(top, [...(found.get(top) ?? []), one]);
  }
  return found;
}

function importText(statement: Import | ImportFrom): string {
  if (statement.kind === 'importFrom') return `from ${'.'.repeat(statement.level)}${plain(statement.module)}`;
  return `import ${statement.names.map(({ name }) => plain(name)).join(', ')}`;
}

/** The dotted name without the white space that may stand around its dots. */
const plain = (name: string) => name.replace(/[\s\\]+/g, '').replace(/^\.+/, '');

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}...` : text);

/** A line before a step, and one behind it unless the next step follows at once, whose own line says as much. */
function around({ text }: PythonDocument, step: Step, next: Step | undefined, all: readonly Statement[]): Insertion[] {
  const before = lineBefore(text, step.statement);
  if (before === undefined) return [];
  const follower = all[all.indexOf(step.statement) + 1];
  const isFollowed = next !== undefined && follower === next.statement && lineBefore(text, follower) !== undefined;
  const behind = isFollowed || !follower ? undefined : lineBehind(text, step.statement.span.end, 'comment');
  return [
    { at: before, lines: [said(`before ${step.name}`)] },
    ...(behind === undefined ? [] : [{ at: behind, lines: [said(`after ${step.name}`)] }]),
  ];
}

/** The start of the line that `statement` begins; `undefined` where another one stands before it. */
function lineBefore(text: string, { span: { start } }: Statement): number | undefined {
  return lineAt(text, start).start === start && isFree(text, start) ? start : undefined;
}

/** The start of the line behind `end`, where nothing but what is allowed stands between. */
function lineBehind(text: string, end: number, allowed: 'comment' | 'anything'): number | undefined {
  const line = lineAt(text, end);
  if (allowed === 'comment' && !/^[ \t\f]*(?:#.*)?$/.test(text.slice(end, line.end))) return undefined;
  const at = line.end + (/^(?:\r\n|\r|\n)/.exec(text.slice(line.end))?.[0].length ?? 0);
  return isFree(text, at) ? at : undefined;
}

/** Whether a line can begin at `at`: the one before it does not go on. */
function isFree(text: string, at: number): boolean {
  return !/\\[ \t\f]*(?:\r\n|\r|\n)?$/.test(text.slice(Math.max(0, at - 40), at));
}
