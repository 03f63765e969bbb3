import { deployedModules } from '../../deployment/importClosure.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { entriesOf } from '../../documents/python/scope.ts';
import type { Statement } from '../../documents/python/syntax.ts';
import { contains, type Span, textAt } from '../../text/span.ts';
import type { ModuleContext } from '../rule.ts';
import { addressesOf } from './addresses.ts';
import { type EngineCall, schemeOf } from './engineCalls.ts';

/**
 * Whether the engine is one of SQLite: by its URL or the name of that, by an option that only SQLite takes, or by the
 * test around it. An engine for which a test asks whether the code runs on Vercel counts as well: somebody chose.
 */
export function isSqlite(document: PythonDocument, engine: EngineCall, context: ModuleContext): boolean {
  const { url } = engine;
  if (url && schemeOf(document, url)?.scheme.startsWith('sqlite')) return true;
  const addresses = url ? addressesOf(context, document, url) : [];
  if (addresses.some(({ scheme, isFallback }) => scheme?.startsWith('sqlite') && !isFallback)) return true;
  const isNamed = url?.kind === 'name' || url?.kind === 'attribute';
  if (isNamed && /sqlite/i.test(textAt(document.text, url.span))) return true;
  const connectArgs = engine.keywords.values.get('connect_args')?.value;
  const isForSqlite = connectArgs && entriesOf(document, connectArgs).values.has('check_same_thread');
  return isForSqlite === true || isInOtherBranch(document, engine.span);
}

/** Whether the code that is deployed speaks of SQLite anywhere, so that the URL may be one of it on some machine. */
export function mayBeSqlite(document: PythonDocument, context: ModuleContext): boolean {
  if (/sqlite/i.test(document.text)) return true;
  return [...deployedModules(context.project, context.deployment).keys()].some((path) =>
    /sqlite/i.test(context.project.files.source(path)?.text ?? ''),
  );
}

/** Whether `span` lies where a test such as `url.startswith("sqlite")` came out true, or one that asks for Vercel. */
function isInOtherBranch(document: PythonDocument, span: Span): boolean {
  const inside = (statements: readonly Statement[]): boolean =>
    statements.some((statement) => contains(statement.span, span) && isOtherIn(document, statement, span, inside));
  return inside(document.statements);
}

function isOtherIn(
  document: PythonDocument,
  statement: Statement,
  span: Span,
  inside: (statements: readonly Statement[]) => boolean,
): boolean {
  if (statement.kind === 'function' || statement.kind === 'class') return inside(statement.body);
  if (statement.kind === 'try') return inside([...statement.body, ...statement.orelse, ...statement.finalbody]);
  if (statement.kind === 'with' || statement.kind === 'for' || statement.kind === 'while')
    return inside(statement.body);
  if (statement.kind !== 'if') return conditionalSpeaksOfSqlite(document, statement, span);
  const index = statement.branches.findIndex(({ body }) => body.some((child) => contains(child.span, span)));
  const tests = statement.branches
    .slice(0, index + 1)
    .map(({ test }) => (test ? textAt(document.text, test.span) : ''));
  if (tests.some((test) => /vercel|serverless|lambda/i.test(test))) return true;
  const own = tests.pop() ?? '';
  const negated = (test: string) => /\bnot\b|!=/.test(test);
  if (/sqlite/i.test(own) && !negated(own)) return true;
  if (tests.some((test) => /sqlite/i.test(test) && negated(test))) return true;
  return inside(statement.branches[index]?.body ?? []);
}

/** `create_engine(a) if is_sqlite else create_engine(b)`: which is which, is not looked into. */
function conditionalSpeaksOfSqlite(document: PythonDocument, statement: Statement, span: Span): boolean {
  const around = `${document.text.slice(statement.span.start, span.start)} ${document.text.slice(span.end, statement.span.end)}`;
  return /sqlite/i.test(around) && /\bif\b/.test(around);
}
