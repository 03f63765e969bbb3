import type { Binding } from '../../documents/python/scope.ts';
import type { Lambda } from '../../documents/python/syntax.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { textAt } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { adapterOf } from './adapters.ts';
import { bindApplication } from './bindApplication.ts';
import { adapterText, short } from './collapse.ts';
import type { HandlerFile } from './handlerFile.ts';
import { namesIn } from './names.ts';
import { handsOn } from './passing.ts';
import { standsAlone } from './textPieces.ts';

/** Puts `handler = Mangum(app)` in the place of a lambda that hands its event on to an adapter and does nothing else. */
export function collapseLambda({ document, served }: HandlerFile, binding: Binding, lambda: Lambda): Fix | undefined {
  const { body, parameters } = lambda;
  if (body.kind !== 'call' || !handsOn(parameters, body.arguments)) return undefined;
  const adapter = adapterOf(document, body.callee);
  const own = new Set(parameters.map(({ name }) => name));
  if (!adapter || namesIn(adapter.call).some(({ id }) => own.has(id))) return undefined;
  const application = served === undefined ? bindApplication(document, adapter.application.value) : undefined;
  const { span } = binding.statement;
  if (served === undefined && (!application || !standsAlone(document, span))) return undefined;
  const value = adapter.variable
    ? textAt(document.text, body.callee.span)
    : adapterText(document, adapter, application?.name);
  const line = application && {
    span: { start: span.start, end: span.start },
    newText: `${application.line}${lineEndingOf(document.text)}`,
  };
  return {
    title: `Collapse into \`handler = ${short(value)}\`${application ? ` and bind \`${application.name}\`` : ''}`,
    safety: 'unsafe',
    edits: [...(line ? [line] : []), { span: lambda.span, newText: value }],
  };
}
