import { contains, type Span } from '../../text/span.ts';
import { constantString } from './constants.ts';
import type { PythonDocument } from './document.ts';
import { qualifiedName } from './resolve.ts';
import type { Scope } from './scopes.ts';
import { type Change, surveyOf } from './survey.ts';
import type { Argument, Call, Dict, Expression, Name } from './syntax.ts';

/** How far names and dicts are followed into one another. */
const deepest = 10;

/** One keyword argument of a call, or one entry of a dict that is passed as `**`. */
export interface Keyword {
  /** Of the argument or the entry, with its name. */
  readonly span: Span;
  readonly value: Expression;
}

/** The keyword arguments of a call. */
export interface Keywords {
  readonly values: ReadonlyMap<string, Keyword>;
  /** False where a `**value` could not be looked into, so that there may be more. */
  readonly complete: boolean;
}

/**
 * Whether the bracket of `call` is closed and the statement at top level around it parses: neither is so while they are
 * being typed, and what a call inside half a statement will mean nobody knows yet.
 */
export function isClosed({ text, broken }: PythonDocument, { argumentsSpan }: Call): boolean {
  return text.charAt(argumentsSpan.end - 1) === ')' && !broken.some((part) => contains(part, argumentsSpan));
}

/**
 * The keyword arguments of `call`, with those in dicts that are passed as `**name`: dicts that are bound once in this
 * module or function, and what is put into them before the call in any case.
 */
export function keywordsOf(document: PythonDocument, call: Call): Keywords {
  const reader = new KeywordReader(document);
  return { complete: reader.addArguments(call.arguments, 0), values: reader.values };
}

/** The entries of the dict that `expression` is or stands for, as `keywordsOf`. */
export function entriesOf(document: PythonDocument, expression: Expression): Keywords {
  const reader = new KeywordReader(document);
  return { complete: reader.addMapping(expression, 0), values: reader.values };
}

/** Collects keywords; each method is false where something could not be looked into. */
class KeywordReader {
  readonly values = new Map<string, Keyword>();
  private readonly document: PythonDocument;

  constructor(document: PythonDocument) {
    this.document = document;
  }

  addArguments(list: readonly Argument[], depth: number): boolean {
    return list.reduce((complete, { name, star, span, value }) => {
      if (name !== undefined) this.values.set(name, { span, value });
      return (star !== '**' || this.addMapping(value, depth)) && complete;
    }, true);
  }

  addMapping(expression: Expression, depth: number): boolean {
    if (depth > deepest) return false;
    if (expression.kind === 'dict') return this.addItems(expression, depth + 1);
    if (expression.kind === 'name') return this.addNamed(expression, depth + 1);
    if (expression.kind === 'binary' && expression.operator === '|') {
      const isLeftKnown = this.addMapping(expression.left, depth + 1);
      return this.addMapping(expression.right, depth + 1) && isLeftKnown;
    }
    if (expression.kind !== 'call' || qualifiedName(this.document, expression.callee) !== 'builtins.dict') return false;
    return this.addUpdate(expression, depth + 1);
  }

  /** The arguments of `dict(...)` or `update(...)`: the first can be a mapping. */
  private addUpdate({ arguments: list }: Call, depth: number): boolean {
    const [first, ...others] = list.filter(({ name, star }) => name === undefined && star !== '**');
    const isKnown = !first || (first === list[0] && !first.star && this.addMapping(first.value, depth));
    return this.addArguments(list, depth) && isKnown && others.length === 0;
  }

  private addItems({ items }: Dict, depth: number): boolean {
    return items.reduce((complete, { key, value, span }) => {
      if (!key) return this.addMapping(value, depth) && complete;
      const name = constantString(this.document, key);
      if (name !== undefined) this.values.set(name, { span, value });
      return complete && name !== undefined;
    }, true);
  }

  private addNamed(name: Name, depth: number): boolean {
    const survey = surveyOf(this.document);
    const own = survey.scopeOf(name);
    const found = own.find(name.id);
    const [binding, ...more] = found?.bindings ?? [];
    const isPlain = binding?.how === 'assignment' || binding?.how === 'annotation';
    if (!found || !isPlain || !binding.value || binding.tuple || binding.conditional || more.length > 0) return false;
    if (found.scope !== survey.module && found.scope !== own) return false;
    const changes = survey
      .changesOf(name.id)
      .filter(({ place }) => place.scope.find(name.id)?.scope === found.scope)
      .filter(({ span }) => own !== found.scope || span.start < name.span.start);
    if (changes.some((change) => !isCertain(change, found.scope))) return false;
    const isKnown = this.addMapping(binding.value, depth);
    return changes.reduce((complete, change) => this.addChange(change, depth) && complete, isKnown);
  }

  private addChange({ item, update, span }: Change, depth: number): boolean {
    if (update) return this.addUpdate(update, depth);
    const name = item && constantString(this.document, item.key);
    if (!item || name === undefined) return false;
    this.values.set(name, { span: { start: span.start, end: item.value.span.end }, value: item.value });
    return true;
  }
}

/** Whether a change happens in any case, before anything that is called later, and says what is put in. */
function isCertain({ place, item, update }: Change, scope: Scope): boolean {
  return place.scope === scope && !place.conditional && (item !== undefined || update !== undefined);
}
