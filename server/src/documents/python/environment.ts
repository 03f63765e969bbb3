import type { Span } from '../../text/span.ts';
import { remembered } from '../remembered.ts';
import { constantString } from './constants.ts';
import type { PythonDocument } from './document.ts';
import { qualifiedName } from './resolve.ts';
import { type Place, surveyOf } from './survey.ts';
import type { Argument, Call, Expression } from './syntax.ts';

/** One read of an environment variable whose name the file tells. */
export interface EnvironmentRead {
  readonly name: string;
  /** Of the expression that gives the name. */
  readonly nameSpan: Span;
  /** Of the whole read. */
  readonly span: Span;
  /**
   * Whether it raises an error, which nothing around it catches, where the variable is not set: a KeyError, or an
   * AttributeError for `os.environ.get("X").strip()`.
   */
  readonly required: boolean;
  readonly default?: Expression;
  /** Whether importing the module runs it. */
  readonly atImport: boolean;
  /** Whether it may not run though the function (or module) that it is in runs. */
  readonly conditional: boolean;
}

/**
 * Every read of an environment variable, in order: `os.environ["X"]`, `os.environ.get("X")`, `os.getenv("X")` and
 * `"X" in os.environ`, through import aliases. Source: docs.python.org/3/library/os.html#os.environ
 */
export const environmentReads = remembered((document: PythonDocument): readonly EnvironmentRead[] =>
  findReads(document),
);

function findReads(document: PythonDocument): EnvironmentRead[] {
  const survey = surveyOf(document);
  const isEnviron = (expression: Expression) => qualifiedName(document, expression) === 'os.environ';
  const subscripts = survey.subscripts
    .filter(({ node }) => isEnviron(node.value))
    .map(({ node, place }) => readOf(document, node.index, node, place, { required: !place.caught }));
  const probes = survey.memberships
    .filter(({ node }) => isEnviron(node.right))
    .map(({ node, place }) => readOf(document, node.left, node, place, { required: false }));
  const used = new Set(
    survey.calls.flatMap(({ node: { callee } }) => (callee.kind === 'attribute' ? callee.value : [])),
  );
  const calls = survey.calls.map(({ node, place }) => readByCall(document, node, place, used.has(node)));
  return [...subscripts, ...probes, ...calls]
    .filter((read) => read !== undefined)
    .sort((a, b) => a.span.start - b.span.start);
}

const readers: ReadonlySet<string> = new Set(['os.environ.get', 'os.getenv']);

function readByCall(document: PythonDocument, call: Call, place: Place, isUsed: boolean): EnvironmentRead | undefined {
  if (!readers.has(qualifiedName(document, call.callee) ?? '')) return undefined;
  const key = argument(call.arguments, 0, 'key');
  const fallback = argument(call.arguments, 1, 'default');
  if (!key) return undefined;
  return readOf(
    document,
    key,
    call,
    place,
    fallback ? { required: false, default: fallback } : { required: isUsed && !place.caught && !place.nested },
  );
}

/** The argument for a parameter that may be given by position or by keyword; nothing behind a `*` argument. */
function argument(list: readonly Argument[], position: number, name: string): Expression | undefined {
  const keyword = list.find((candidate) => candidate.name === name);
  if (keyword) return keyword.value;
  const positional = list.slice(0, position + 1);
  const plain = positional.every((candidate) => candidate.star === undefined && candidate.name === undefined);
  return plain ? positional[position]?.value : undefined;
}

function readOf(
  document: PythonDocument,
  key: Expression,
  { span }: Expression,
  { atImport, conditional }: Place,
  rest: Pick<EnvironmentRead, 'required' | 'default'>,
): EnvironmentRead | undefined {
  const name = constantString(document, key);
  return name === undefined ? undefined : { name, nameSpan: key.span, span, ...rest, atImport, conditional };
}
