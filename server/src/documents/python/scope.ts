import { remembered } from '../remembered.ts';
import type { Binding } from './bindings.ts';
import type { PythonDocument } from './document.ts';
import { qualifiedName } from './resolve.ts';
import { surveyOf } from './survey.ts';
import type { Call, FunctionDefinition, Lambda, Statement } from './syntax.ts';

export type { Binding } from './bindings.ts';
export { constantNumber, constantString, resolvedValue } from './constants.ts';
export { type EnvironmentRead, environmentReads } from './environment.ts';
export { entriesOf, isClosed, type Keyword, type Keywords, keywordsOf } from './keywords.ts';
export { possibleNames, qualifiedName } from './resolve.ts';

/** A call and where it stands. */
export interface CallSite {
  readonly call: Call;
  /** What is called, see `qualifiedName`. */
  readonly name: string | undefined;
  /**
   * Whether importing the module runs it: it is in no function and under no `if __name__ == "__main__":` or
   * `if TYPE_CHECKING:`. Decorators, defaults, base classes and class bodies do run.
   */
  readonly atImport: boolean;
  readonly awaited: boolean;
  /** Whether it may not run though the function (or module) that it is in runs. */
  readonly conditional: boolean;
  /** The innermost function that it is in the body of. */
  readonly within?: FunctionDefinition | Lambda;
  /** The statement at top level that it is in. */
  readonly topLevel: Statement;
}

/** A statement that importing the module runs. */
export interface ImportTimeStatement {
  readonly statement: Statement;
  /** Whether it may not run: it stands inside `if`, `try`, `for`, `while` or `match`. */
  readonly conditional: boolean;
}

/** Every binding at module level, in the order of the text, those inside `if`, `try` and the like included. */
export const bindings = remembered((document: PythonDocument): readonly Binding[] => surveyOf(document).module.all());

/** Every call, in the order of the text. */
export const calls = remembered((document: PythonDocument): readonly CallSite[] => findCalls(document));

/** The statements that importing the module runs, in the order of the text, those in class bodies included. */
export const importTimeStatements = remembered((document: PythonDocument): readonly ImportTimeStatement[] =>
  surveyOf(document)
    .statements.filter(({ place }) => place.atImport)
    .map(({ node, place }) => ({ statement: node, conditional: place.conditional })),
);

function findCalls(document: PythonDocument): CallSite[] {
  const sites = surveyOf(document).calls.map(({ node: call, place, awaited }): CallSite => {
    const { atImport, conditional, within, topLevel } = place;
    const name = qualifiedName(document, call.callee);
    return { call, name, atImport, awaited, conditional, topLevel, ...(within ? { within } : {}) };
  });
  return sites.sort((a, b) => a.call.span.start - b.call.span.start || b.call.span.end - a.call.span.end);
}
