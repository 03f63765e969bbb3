import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import type { Statement } from '../../documents/python/syntax.ts';
import { lineAt, lineEndingOf } from '../../text/lines.ts';
import type { Fix } from '../rule.ts';
import { bindApplication } from './bindApplication.ts';
import type { HandlerFile } from './handlerFile.ts';
import { awaitsIn, namesIn } from './names.ts';
import { lastNeeded } from './region.ts';
import type { Wrapper } from './wrapper.ts';

/** Binds the application of a function that is left as it is, so that Vercel finds something to serve. */
export function bindBeside({ document, served }: HandlerFile, { definition, adapter }: Wrapper): Fix | undefined {
  const application = adapter?.application.value;
  if (served !== undefined || !application || awaitsIn(application)) return undefined;
  const known = new Set(bindings(document).flatMap(({ name, conditional }) => (conditional ? [] : [name])));
  const own = new Set(definition.parameters.map(({ name }) => name));
  if (namesIn(application).some(({ id }) => !known.has(id) || own.has(id))) return undefined;
  const binding = bindApplication(document, application);
  if (!binding) return undefined;
  const needed = lastNeeded(document, [application], -1);
  if (!needed) return undefined;
  const at = lineAt(document.text, behindImports(document, needed).span.end).end;
  const newText = `${lineEndingOf(document.text)}${binding.line}`;
  return {
    title: `Bind \`${binding.name}\``,
    safety: 'unsafe',
    edits: [{ span: { start: at, end: at }, newText }],
  };
}

/** `statement`, or the last of the imports that follow it, so that they stay together. */
function behindImports({ statements }: PythonDocument, statement: Statement): Statement {
  let last = statement;
  for (const next of statements.slice(statements.indexOf(statement) + 1)) {
    if (next.kind !== 'import' && next.kind !== 'importFrom') break;
    last = next;
  }
  return last;
}
