import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings } from '../../documents/python/scope.ts';
import { lineAt, lineEndingOf } from '../../text/lines.ts';
import type { Fix, Safety } from '../rule.ts';
import { adapterMadeBy } from './adapters.ts';
import { bindApplication } from './bindApplication.ts';
import { type adapterHandler, isApplication } from './handlerKinds.ts';
import { standsAlone, textAtMargin } from './textPieces.ts';

/** The one variable that holds an application under another name. */
export function applicationIn(document: PythonDocument): Binding | undefined {
  const found = bindings(document).filter(
    ({ value, conditional, tuple }) =>
      value?.kind === 'call' && !conditional && !tuple && isApplication(document, value),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** `app = api` below `api = FastAPI()`. */
export function renamedFixes(document: PythonDocument, { name, span, statement }: Binding, safety: Safety): Fix[] {
  const { end } = lineAt(document.text, statement.span.end);
  const line = bindApplication(document, { kind: 'name', span, id: name })?.line;
  const edits = [{ span: { start: end, end }, newText: `${lineEndingOf(document.text)}${line}` }];
  return line ? [{ title: `Add \`${line}\``, safety, edits }] : [];
}

/** `app = create_app()` above `handler = Mangum(app)`. */
export function adapterFixes(
  document: PythonDocument,
  { binding, adapter }: NonNullable<ReturnType<typeof adapterHandler>>,
  safety: Safety,
): Fix[] {
  const bound = bindApplication(document, adapter.application.value);
  const at = (adapter.variable ?? binding).statement;
  if (!bound || !standsAlone(document, at.span) || textAtMargin(document, at) === '') return [];
  if (!adapterMadeBy(document, (adapter.variable ?? binding).value)) return [];
  const edits = [
    { span: { start: at.span.start, end: at.span.start }, newText: `${bound.line}${lineEndingOf(document.text)}` },
    { span: adapter.application.value.span, newText: bound.name },
  ];
  return [{ title: `Bind \`${bound.name}\``, safety, edits }];
}
