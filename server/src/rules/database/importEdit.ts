import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineAt, lineEndingOf } from '../../text/lines.ts';

/**
 * What makes `name` of `module` known at module level: a line behind the last import at the top, or nothing where it is
 * imported already. `undefined` where the name means something else, or no import stands on lines of its own.
 */
export function importing(document: PythonDocument, module: string, name: string): TextEdit[] | undefined {
  const bound = bindings(document).filter((binding) => binding.name === name);
  if (bound.length > 0) {
    return bound.every(({ refersTo, conditional }) => refersTo === `${module}.${name}` && !conditional)
      ? []
      : undefined;
  }
  const imports = document.statements.filter(({ kind }) => kind === 'import' || kind === 'importFrom');
  const end = imports.at(-1)?.span.end;
  if (end === undefined || document.text.slice(end, lineAt(document.text, end).end).includes(';')) return undefined;
  const at = lineAt(document.text, end).end;
  const newText = `${lineEndingOf(document.text)}from ${module} import ${name}`;
  return [{ span: { start: at, end: at }, newText }];
}
