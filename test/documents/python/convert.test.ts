import { describe, expect, it } from 'vitest';
import type { Expression, Statement } from '../../../server/src/documents/python/syntax.ts';
import { utf8 } from '../../../server/src/documents/sourceFile.ts';
import { type Span, textAt } from '../../../server/src/text/span.ts';
import { grammars } from '../../support/grammars.ts';

const { python } = await grammars;

function statementsOf(text: string): readonly Statement[] {
  return python.parse(utf8(text)).statements;
}

/** The only statement of `text`, which has to be of kind `kind`. */
function statement<K extends Statement['kind']>(text: string, kind: K): Extract<Statement, { kind: K }> {
  const [first, ...more] = statementsOf(text);
  expect([first?.kind, more.length]).toEqual([kind, 0]);
  return first as Extract<Statement, { kind: K }>;
}

/** The expression that `text` is, which has to be of kind `kind`. */
function expression<K extends Expression['kind']>(text: string, kind: K): Extract<Expression, { kind: K }> {
  const found = statement(text, 'expression').expression;
  expect(found.kind).toBe(kind);
  return found as Extract<Expression, { kind: K }>;
}

/** Every text that a `span` in `value` covers, by the kind of its node. */
function coveredTexts(text: string, value: object): string[] {
  const found: string[] = [];
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    const { kind, span } = inner as { kind?: string; span?: Span };
    if (kind && span) found.push(`${kind} ${textAt(text, span)}`);
    for (const part of Object.values(inner)) visit(part);
  };
  visit(value);
  return found;
}

describe('spans', () => {
  it.each([
    ['an emoji before', '"😀"; app = f(x)'],
    ['CRLF', 'x\r\n\r\napp = f(x)\r\n'],
    ['a tab', 'if a:\r\n\tapp = f(x)'],
    ['a comment with emoji', '# 😀😀\napp = f(x)  # 😀'],
    ['a continuation', 'y = 1\napp = f(x)\\\n\n'],
  ])('count UTF-16 units with %s', (_, text) => {
    const texts = coveredTexts(text, statementsOf(text));
    expect(texts).toEqual(
      expect.arrayContaining(['assignment app = f(x)', 'name app', 'call f(x)', 'name f', 'name x']),
    );
  });

  it('put decorators inside the definition, and before its header', () => {
    const text = '@first\n@second(1)  # c\nasync def f[T](a: int = 1, *, b, **c) -> str: pass\n';
    const { span, headerSpan, nameSpan, decorators, parameters, returns, async } = statement(text, 'function');
    expect(textAt(text, span)).toBe(text.trim());
    expect(textAt(text, headerSpan)).toBe('async def f[T](a: int = 1, *, b, **c) -> str:');
    expect(textAt(text, nameSpan)).toBe('f');
    expect(decorators.map((decorator) => textAt(text, decorator.span))).toEqual(['@first', '@second(1)']);
    expect(parameters.map(({ name, star }) => [star, name])).toEqual([
      [undefined, 'a'],
      ['*', ''],
      [undefined, 'b'],
      ['**', 'c'],
    ]);
    expect([async, returns?.kind]).toEqual([true, 'name']);
  });

  it('leave parentheses out', () => {
    const text = '((x))';
    expect(textAt(text, expression(text, 'name').span)).toBe('x');
  });

  it('end the arguments where the file ends before the bracket', () => {
    expect(() => statementsOf('app = FastAPI(')).not.toThrow();
    const { argumentsSpan } = expression('f(a, *b, **c, d=1)', 'call');
    expect(argumentsSpan).toEqual({ start: 1, end: 18 });
  });
});

describe('strings', () => {
  it.each([
    [String.raw`'a\n\x41\u00e9\U0001F600\101\'\\'`, "a\nAé😀A'\\"],
    [String.raw`r'\n\''`, String.raw`\n\'`],
    [String.raw`r'\\'`, String.raw`\\`],
    [String.raw`'\d\8'`, String.raw`\d\8`],
    ['"a" \'b\' "" """c"""', 'abc'],
    ['"""a\r\nb"""', 'a\nb'],
    ["'a\\\nb'", 'ab'],
    ['f"{{x}}"', '{x}'],
    ['u"é😀"', 'é😀'],
    ['b"bytes"', undefined],
    ['"text" f"{x}"', undefined],
    [String.raw`"\N{BULLET}"`, undefined],
    [String.raw`"\\N{BULLET}"`, String.raw`\N{BULLET}`],
    ['""', ''],
  ])('%s has the value %j', (text, value) => {
    const literal = statement(`x = (${text})`, 'assignment').value;
    expect(literal?.kind === 'string' ? literal.value : literal).toBe(value);
  });

  it('keep the parts and the fields of an f-string in turn', () => {
    const { parts, fields } = expression('f"a{x}{y!r}b" "c"', 'string');
    expect(parts).toEqual(['a', '', 'bc']);
    expect(fields.map((field) => (field.kind === 'name' ? field.id : field.kind))).toEqual(['x', 'y']);
    const nested = 'f"{x["a"]:>{width}}"';
    expect(coveredTexts(nested, statementsOf(nested))).toContain('name width');
  });
});

describe('numbers', () => {
  it.each([
    ['1_000', 1000],
    ['0x1F', 31],
    ['0o17', 15],
    ['0b101', 5],
    ['1.5e3', 1500],
    ['.5', 0.5],
    ['2j', Number.NaN],
  ])('%s', (text, value) => {
    expect(expression(text, 'number').value).toBe(value);
  });
});

describe('expressions', () => {
  it.each([
    ['a.b.c', 'attribute'],
    ['a[1]', 'subscript'],
    ['[a, b]', 'list'],
    ['a, b', 'tuple'],
    ['a,', 'tuple'],
    ['{a}', 'set'],
    ['{"a": 1, **b}', 'dict'],
    ['lambda x, *y: z', 'lambda'],
    ['await a', 'await'],
    ['a not in b', 'binary'],
    ['a and b', 'binary'],
    ['not a', 'unary'],
    ['-a', 'unary'],
    ['a if b else c', 'conditional'],
    ['(a := 1)', 'walrus'],
    ['[x for x in y]', 'other'],
    ['...', 'constant'],
    ['None', 'constant'],
  ] as const)('%s is a %s', (text, kind) => {
    expect(expression(text, kind).kind).toBe(kind);
  });

  it('have an operator, and chains of comparisons lean left', () => {
    const chain = expression('a < b is not c', 'binary');
    expect([chain.operator, chain.left.kind === 'binary' && chain.left.operator]).toEqual(['is not', '<']);
  });

  it('have tuples as indices where there is a comma', () => {
    expect(expression('a[1, 2]', 'subscript').index.kind).toBe('tuple');
    expect(expression('a[1,]', 'subscript').index.kind).toBe('tuple');
    expect(expression('a[1:2]', 'subscript').index.kind).toBe('other');
  });

  it('tell the variables of a comprehension, and its first iterable first', () => {
    const { children, locals } = expression('{k: v for k, v in items() if k for w in v}', 'other');
    expect(locals).toEqual(['k', 'v', 'w']);
    expect(children.map(({ kind }) => kind)).toEqual(['call', 'name', 'name', 'name', 'name']);
  });
});

describe('statements', () => {
  it('have all targets, the annotation and the value of an assignment', () => {
    const chain = statement('a = b, c = d', 'assignment');
    expect(chain.targets.map(({ kind }) => kind)).toEqual(['name', 'tuple']);
    const annotated = statement('a: Optional[str] = None', 'assignment');
    expect([annotated.annotation?.kind, annotated.value?.kind]).toEqual(['subscript', 'constant']);
    expect(statement('a: int', 'assignment').value).toBeUndefined();
    expect(statement('a += 1', 'augmentedAssignment').target.kind).toBe('name');
  });

  it('have the names of imports', () => {
    expect(statement('import a . b, c as d', 'import').names.map(({ name, alias }) => [name, alias])).toEqual([
      ['a.b', undefined],
      ['c', 'd'],
    ]);
    const text = 'from ..a.b import (c as d, e,)';
    const { module, level, names, moduleSpan } = statement(text, 'importFrom');
    expect([module, level, textAt(text, moduleSpan)]).toEqual(['a.b', 2, '..a.b']);
    expect(names.map(({ name, alias }) => [name, alias])).toEqual([
      ['c', 'd'],
      ['e', undefined],
    ]);
    expect(statement('from ... import a', 'importFrom')).toMatchObject({ module: '', level: 3, star: false });
    expect(statement('from a import *', 'importFrom')).toMatchObject({ star: true, names: [] });
    expect(statement('from __future__ import annotations', 'importFrom').module).toBe('__future__');
  });

  it('have the branches, handlers, items and cases of compound statements', () => {
    expect(
      statement('if a: b\nelif c: d; e\nelse:\n  f', 'if').branches.map(({ test, body }) => [test?.kind, body.length]),
    ).toEqual([
      ['name', 1],
      ['name', 2],
      [undefined, 1],
    ]);
    const text = 'try: a\nexcept (A, B) as e: b\nexcept C, D: c\nexcept: d\nelse: e\nfinally: f; g';
    const { handlers, orelse, finalbody } = statement(text, 'try');
    expect(handlers.map(({ type, name }) => [type?.kind, name?.id])).toEqual([
      ['tuple', 'e'],
      ['tuple', undefined],
      [undefined, undefined],
    ]);
    expect([orelse.length, finalbody.length]).toEqual([1, 2]);
    for (const items of ['a() as b, c', '(a() as b, c)', '(a() as b,\n c,\n)']) {
      const found = statement(`with ${items}: pass`, 'with').items;
      expect(found.map(({ expression: { kind }, target }) => [kind, target?.kind])).toEqual([
        ['call', 'name'],
        ['name', undefined],
      ]);
    }
    const { cases } = statement(
      'match a:\n case A.B(c=D, e=f) | g.h as i if j: pass\n case {"k": l, **m}: pass',
      'match',
    );
    expect(cases.map(({ captures, guard }) => [captures.map(({ id }) => id), guard?.kind])).toEqual([
      [['D', 'f', 'i'], 'name'],
      [['l', 'm'], undefined],
    ]);
  });

  it.each(['pass', 'assert a', 'global a', 'type A = int', 'print "a"', 'break'])('keep the keyword of %s', (text) => {
    expect(statement(text, 'otherStatement').keyword).toBe(text.split(' ')[0]);
  });

  it('have every comment', () => {
    const text = '# a\nif x:  # b\n  # c\n  y = [  # d\n    "# no",\n  ]\n# e';
    const comments = python.parse(utf8(text)).comments.map((span) => textAt(text, span));
    expect(comments).toEqual(['# a', '# b', '# c', '# d', '# e']);
  });

  it('are found again behind one that does not parse', () => {
    const texts = [
      'app = FastAPI(\n\n@app.get("/")\ndef f(): pass\n',
      'x = [1,\nimport os\ndef f(): pass\n',
      "x = '\ndef f(): pass\n",
    ];
    for (const text of texts) {
      const { statements, hasError } = python.parse(utf8(text));
      expect([hasError, statements.at(-1)?.kind]).toEqual([true, 'function']);
    }
  });
});
