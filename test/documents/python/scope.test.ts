import { describe, expect, it } from 'vitest';
import type { PythonDocument } from '../../../server/src/documents/python/document.ts';
import { bindings, calls, importTimeStatements, qualifiedName } from '../../../server/src/documents/python/scope.ts';
import { utf8 } from '../../../server/src/documents/sourceFile.ts';
import { textAt } from '../../../server/src/text/span.ts';
import { grammars } from '../../support/grammars.ts';

const { python } = await grammars;

function parse(text: string): PythonDocument {
  return python.parse(utf8(text));
}

/** The qualified names of the calls in `text`, in order. */
function callees(text: string): (string | undefined)[] {
  return calls(parse(text)).map(({ name }) => name);
}

describe('bindings', () => {
  it.each([
    ['a = b, c = 1', ['a assignment', 'b assignment tuple', 'c assignment tuple']],
    ['[a, *b] = c', ['a assignment tuple', 'b assignment tuple']],
    ['a: int', ['a annotation']],
    ['a: int = 1', ['a annotation']],
    ['a += 1', ['a augmented']],
    ['a.b = 1\na[0] = 1', []],
    ['import a.b, c as d', ['a import a.b', 'd import c']],
    ['from a import b as c', ['c importFrom a.b']],
    ['from . import a\nfrom ..b import c', ['a importFrom .a', 'c importFrom ..b.c']],
    ['from a import *', []],
    ['def a(): b = 1', ['a function']],
    ['async def a(): pass', ['a function']],
    ['class A:\n  b = 1', ['A class']],
    ['if x: a = 1', ['a assignment conditional']],
    [
      'try: a = 1\nexcept E as e: b = 1\nelse: c = 1\nfinally: d = 1',
      ['a', 'e', 'b', 'c', 'd'].map((name) => `${name} ${name === 'e' ? 'except' : 'assignment'} conditional`),
    ],
    ['with x as a: b = 1', ['a with', 'b assignment conditional']],
    ['for a, b in x: c = 1', ['a loop conditional tuple', 'b loop conditional tuple', 'c assignment conditional']],
    ['while (a := 1): b = 1', ['a walrus', 'b assignment conditional']],
    ['x = [(a := y) for y in z]', ['x assignment', 'a walrus']],
    [
      'match x:\n  case [a, B(c=d)] as e: f = 1',
      ['a', 'd', 'e'].map((name) => `${name} match conditional`).concat('f assignment conditional'),
    ],
    ['type A[T] = int', ['A type']],
    ['del a, b[0]', ['a delete']],
    ['def f():\n  global a\n  a = 1', ['f function']],
  ])('%s', (text, expected) => {
    const found = bindings(parse(text)).map(({ name, how, conditional, tuple, imported }) =>
      [name, how, imported, conditional ? 'conditional' : '', tuple ? 'tuple' : ''].filter(Boolean).join(' '),
    );
    expect(found).toEqual(expected);
  });

  it('have the name, the value and the statement', () => {
    const text = 'x = 1; app = FastAPI()\nimport a.b\nif x:\n  def f(): pass\n';
    const document = parse(text);
    const [, app, module, f] = bindings(document);
    expect([app, module, f].map((binding) => binding && textAt(text, binding.span))).toEqual(['app', 'a', 'f']);
    expect(app?.value?.kind).toBe('call');
    expect(f?.definition?.kind).toBe('function');
    expect(f?.statement).toBe(document.statements[3]);
  });
});

describe('qualified names', () => {
  it.each([
    ['import mangum\nmangum.Mangum()', ['mangum.Mangum']],
    ['from mangum import Mangum as M\nM()', ['mangum.Mangum']],
    ['import sqlalchemy as sa\nsa.create_engine()', ['sqlalchemy.create_engine']],
    ['import a.b\na.b.c()\na.d()', ['a.b.c', 'a.d']],
    ['import a.b as c\nc.d()', ['a.b.d']],
    ['from mangum import *\nMangum()\nprint()', ['mangum.Mangum', 'builtins.print']],
    ['from a import *\nfrom b import *\nc()', [undefined]],
    ['from .a import *\nc()', [undefined]],
    ['from .a import b\nb()\nfrom . import c\nc.d()', ['.a.b', '.c.d']],
    ['open()', ['builtins.open']],
    ['unknown()', [undefined]],
    ['def open(): pass\nopen()', [undefined]],
    ['open = x\nopen()', [undefined]],
    ['from sqlalchemy import create_engine\nmake = create_engine\nmake()', ['sqlalchemy.create_engine']],
    ['import a, b\nmake = a.c\nmake = b.c\nmake()', [undefined]],
    ['a = b\nb = a\na()', [undefined]],
    ['try:\n  import a\nexcept ImportError:\n  a = None\na.b()', ['a.b']],
    ['try:\n  from a import b\nexcept ImportError:\n  from a import b\nb()', ['a.b']],
    ['try:\n  import ujson as json\nexcept ImportError:\n  import json\njson.loads()', [undefined]],
    ['def f():\n  import a\n  a.b()', ['a.b']],
    ['def f():\n  import a\ndef g():\n  a.b()', ['a.b']],
    ['def f():\n  import a as x\ndef g():\n  import b as x\ndef h():\n  x.y()', [undefined]],
    ['import a\ndef f(a): a.b()', [undefined]],
    ['import a\nf = lambda a: a.b()', [undefined]],
    ['import a\n[a.b() for a in x]\n[a.b() for c in x]', [undefined, 'a.b']],
    ['import a\ndef f(x=a.b()):\n  a = 1\n  a.c()', ['a.b', undefined]],
    ['import a\nclass C:\n  a = 1\n  a.b()\n  def f(self): a.b()', [undefined, 'a.b']],
    ['import a\ndef f():\n  global a\n  a = 1\na.b()', [undefined]],
    ['if TYPE_CHECKING:\n  from a import b\nb()', ['a.b']],
    ['app: FastAPI\nfrom x import app\napp()', ['x.app']],
    ['f()()', [undefined, undefined]],
  ])('%j', (text, expected) => {
    expect(callees(text)).toEqual(expected);
  });

  it('are those of any expression', () => {
    const document = parse('from a import b\nclass C(b.D): pass\n');
    const [definition] = bindings(document).filter(({ how }) => how === 'class');
    const base = definition?.definition?.kind === 'class' ? definition.definition.bases[0]?.value : undefined;
    expect(base && qualifiedName(document, base)).toBe('a.b.D');
  });
});

/** The names of the called functions for which `predicate` holds. */
function calledWhere(text: string, predicate: (site: ReturnType<typeof calls>[number]) => boolean): string[] {
  return calls(parse(text))
    .filter(predicate)
    .map(({ call }) => textAt(text, call.callee.span));
}

describe('calls', () => {
  const text = `
@decorator()
def f(a=default(), b: annotation() = 1):
    inside()
    async def g(): await awaited()
    return lambda x=late(): body()
class C(base()):
    attribute = in_class()
    def method(self): in_method()
if __name__ == "__main__":
    main()
else:
    imported()
if "__main__" == __name__ and x(): main2()
if __name__ != "__main__": imported2()
if TYPE_CHECKING: typed()
elif maybe(): b1()
else: b2()
if not typing.TYPE_CHECKING: always()
for i in iterable(): loop()
value = first() or second()
[element() for x in source()]
with context() as c: managed()
try: tried()
except caught(): handled()
finally: final()
f"{formatted()}"
`;

  it('run at import or not', () => {
    expect(calledWhere(text, ({ atImport }) => !atImport)).toEqual([
      'inside',
      'awaited',
      'late',
      'body',
      'in_method',
      'main',
      'main2',
      'typed',
    ]);
    const future = `from __future__ import annotations\n${text}`;
    expect(calledWhere(future, ({ atImport }) => !atImport)).toContain('annotation');
  });

  it('are conditional or not', () => {
    expect(calledWhere(text, ({ atImport, conditional }) => atImport && conditional)).toEqual([
      'x',
      'maybe',
      'b1',
      'b2',
      'loop',
      'second',
      'element',
      'tried',
      'caught',
      'handled',
    ]);
  });

  it('are awaited or not, and in a function or not', () => {
    expect(calledWhere(text, ({ awaited }) => awaited)).toEqual(['awaited']);
    const within = calls(parse(text)).map((site) =>
      site.within?.kind === 'function' ? site.within.name : site.within?.kind,
    );
    expect(new Set(within)).toEqual(new Set([undefined, 'f', 'g', 'lambda', 'method']));
  });
});

describe('statements at import', () => {
  it('are those of classes and compound statements too', () => {
    const text =
      'import a\nif x:\n  import b\nclass C:\n  import c\ndef f():\n  import d\nwith y:\n  import e\nif TYPE_CHECKING:\n  import g\n';
    const found = [...importTimeStatements(parse(text))]
      .filter(({ statement }) => statement.kind === 'import')
      .map(({ statement, conditional }) => `${textAt(text, statement.span)}${conditional ? ' conditional' : ''}`);
    expect(found).toEqual(['import a', 'import b conditional', 'import c', 'import e']);
  });
});
