import type { Span } from '../text/span.ts';
import { type Operator, type Place, parseSpecifierSet, quoted, satisfies } from './pep440.ts';
import { parseVersion } from './pep440Version.ts';

/**
 * Environment markers by PEP 508 and its living form,
 * https://packaging.python.org/en/latest/specifications/dependency-specifiers/ (read 2026-11-23).
 */
const variables = [
  ...['python_version', 'python_full_version', 'os_name', 'sys_platform', 'platform_release', 'platform_system'],
  ...['platform_version', 'platform_machine', 'platform_python_implementation', 'implementation_name'],
  ...['implementation_version', 'extra', 'extras', 'dependency_groups'],
] as const;

/** Old spellings that `packaging` still takes. */
const aliases: Readonly<Record<string, MarkerVariable>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};

export type MarkerVariable = (typeof variables)[number];
export type MarkerOperator = Operator | 'in' | 'not in';

export type MarkerOperand =
  | { readonly kind: 'variable'; readonly span: Span; readonly name: MarkerVariable }
  /** `span` covers the quotes too. */
  | { readonly kind: 'string'; readonly span: Span; readonly value: string };

export interface MarkerComparison {
  readonly kind: 'comparison';
  readonly span: Span;
  readonly left: MarkerOperand;
  readonly operator: MarkerOperator;
  readonly right: MarkerOperand;
}

/** `and` binds before `or`. Parentheses leave no node; those around a whole node lie outside its span. */
export type MarkerNode =
  | MarkerComparison
  | { readonly kind: 'and' | 'or'; readonly span: Span; readonly operands: readonly MarkerNode[] };

export type MarkerErrorCode =
  | 'marker-missing-operand'
  | 'marker-missing-operator'
  | 'marker-unquoted-value'
  | 'marker-unknown-variable'
  | 'marker-unclosed-string'
  | 'marker-unclosed-parenthesis'
  | 'marker-too-deep'
  | 'marker-unexpected-text';

export interface MarkerError {
  readonly code: MarkerErrorCode;
  readonly span: Span;
  readonly message: string;
}

/** The values that variables have where the marker is asked, such as `{ python_version: '3.12', extra: '' }`. */
export type MarkerEnvironment = Readonly<Partial<Record<MarkerVariable, string>>>;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const tokenPattern = /\s+|'[^']*'|"[^"]*"|===|[~=!<>]=|[<>()]|[A-Za-z_][\w.]*|['"].*|[^\s()'"<>=!~]+|./gs;

/** Parentheses may nest this deep: a limit of ours, so that no text exhausts the stack. */
const maximumDepth = 100;

/**
 * The marker that all of `text` is, without the semicolon before it. Never throws.
 * @param place says where `text` stands in its file.
 */
export function parseMarker(text: string, place: Place): MarkerNode | MarkerError {
  const parser = new MarkerParser(text, place);
  const node = parser.disjunction(0);
  return 'code' in node ? node : (parser.rest() ?? node);
}

class MarkerParser {
  private readonly text: string;
  private readonly place: Place;
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(text: string, place: Place) {
    this.text = text;
    this.place = place;
    this.tokens = [...text.matchAll(tokenPattern)]
      .filter(([token]) => token.trim())
      .map(({ 0: token, index }) => ({ text: token, start: index, end: index + token.length }));
  }

  disjunction(depth: number): MarkerNode | MarkerError {
    return this.chain('or', () => this.chain('and', () => this.atom(depth)));
  }

  /** The error of what is left behind a whole marker. */
  rest(): MarkerError | undefined {
    const token = this.tokens[this.at];
    return token && this.fail('marker-unexpected-text', `${quoted(token.text)} is unexpected here.`);
  }

  private chain(kind: 'and' | 'or', next: () => MarkerNode | MarkerError): MarkerNode | MarkerError {
    const first = this.at;
    const operands: MarkerNode[] = [];
    do {
      const node = next();
      if ('code' in node) return node;
      operands.push(node);
    } while (this.take(kind));
    const [only] = operands;
    if (only && operands.length === 1) return only;
    return { kind, span: this.place(this.tokens[first]?.start ?? 0, this.tokens[this.at - 1]?.end ?? 0), operands };
  }

  private atom(depth: number): MarkerNode | MarkerError {
    if (!this.take('(')) return this.comparison();
    if (depth === maximumDepth) return this.fail('marker-too-deep', 'Parentheses nest too deep here.');
    const node = this.disjunction(depth + 1);
    if ('code' in node || this.take(')')) return node;
    return this.fail('marker-unclosed-parenthesis', 'A ")" is missing here.');
  }

  private comparison(): MarkerNode | MarkerError {
    const left = this.operand();
    if ('code' in left) return left;
    const operator = this.operator();
    if (!operator) {
      const message = 'A comparison such as ">=", "==" or "in" is missing here.';
      return this.fail('marker-missing-operator', message);
    }
    const right = this.operand();
    if ('code' in right) return right;
    return { kind: 'comparison', span: { start: left.span.start, end: right.span.end }, left, operator, right };
  }

  private operand(): MarkerOperand | MarkerError {
    const token = this.tokens[this.at];
    if (!token || /^(?:[~=!<>()]|and$|or$|in$|not$)/.test(token.text)) {
      return this.fail('marker-missing-operand', 'A variable or a quoted value is missing here.');
    }
    const { text } = token;
    const span = this.place(token.start, token.end);
    const literal = /^(['"])(.*)\1$/s.exec(text);
    const name = variables.find((variable) => variable === text) ?? aliases[text];
    if (literal || name) this.at++;
    if (literal) return { kind: 'string', span, value: literal[2] ?? '' };
    if (name) return { kind: 'variable', span, name };
    if (/^['"]/.test(text)) return this.fail('marker-unclosed-string', 'The closing quote is missing.');
    if (/^[A-Za-z_]/.test(text)) return this.fail('marker-unknown-variable', `There is no variable ${quoted(text)}.`);
    return this.fail('marker-unquoted-value', `Values are quoted in a marker: write ${quoted(text)}.`);
  }

  private operator(): MarkerOperator | undefined {
    const text = this.tokens[this.at]?.text ?? '';
    if (text === 'not' && this.tokens[this.at + 1]?.text === 'in') {
      this.at += 2;
      return 'not in';
    }
    if (!isOperator(text)) return undefined;
    this.at++;
    return text;
  }

  private take(text: string): boolean {
    const taken = this.tokens[this.at]?.text === text;
    if (taken) this.at++;
    return taken;
  }

  /** An error at the token that comes next, or at the end. */
  private fail(code: MarkerErrorCode, message: string): MarkerError {
    const { start, end } = this.tokens[this.at] ?? { start: this.text.length, end: this.text.length };
    return { code, span: this.place(start, end), message };
  }
}

function isOperator(text: string): text is Operator | 'in' {
  return /^(?:===|[~=!<>]=|[<>]|in)$/.test(text);
}

/** Whether the marker holds in `environment`; `undefined` where that hangs on a variable that is not given there. */
export function evaluateMarker(node: MarkerNode, environment: MarkerEnvironment): boolean | undefined {
  if (node.kind === 'comparison') return evaluateComparison(node, environment);
  const decisive = node.kind === 'or';
  const answers = node.operands.map((operand) => evaluateMarker(operand, environment));
  if (answers.includes(decisive)) return decisive;
  return answers.includes(undefined) ? undefined : !decisive;
}

const versionVariables = new Set([
  'implementation_version',
  'platform_release',
  'python_full_version',
  'python_version',
]);

function evaluateComparison({ left, operator, right }: MarkerComparison, environment: MarkerEnvironment) {
  const key = left.kind === 'variable' ? left.name : right.kind === 'variable' ? right.name : undefined;
  const a = left.kind === 'string' ? left.value : environment[left.name];
  const b = right.kind === 'string' ? right.value : environment[right.name];
  if (a === undefined || b === undefined) return undefined;
  if (key && versionVariables.has(key)) return compareAsVersions(a, operator, b) ?? compareAsStrings(a, operator, b);
  return key === 'extra'
    ? compareAsStrings(normalizeName(a), operator, normalizeName(b))
    : compareAsStrings(a, operator, b);
}

/** `undefined` where operator and right side are no version specifier. */
function compareAsVersions(a: string, operator: MarkerOperator, b: string): boolean | undefined {
  const { clauses, errors } = parseSpecifierSet(`${operator}${b}`);
  const [clause, ...others] = clauses;
  if (!clause || others.length + errors.length > 0) return undefined;
  const version = parseVersion(a);
  return version !== undefined && satisfies(version, clause, a);
}

/** Strings have no order: `<` and `>` never hold, `<=` and `>=` are `==`. `~=` and `===` have no meaning. */
function compareAsStrings(a: string, operator: MarkerOperator, b: string): boolean | undefined {
  switch (operator) {
    case 'in':
      return b.includes(a);
    case 'not in':
      return !b.includes(a);
    case '==':
    case '<=':
    case '>=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
    case '>':
      return false;
    default:
      return undefined;
  }
}

/** The one spelling under which an index knows a distribution, by PEP 503: `Foo_Bar.baz` is `foo-bar-baz`. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
