import { describe, expect, it } from 'vitest';
import {
  calls,
  constantNumber,
  constantString,
  keywordsOf,
  possibleNames,
} from '../../../server/src/documents/python/scope.ts';
import { utf8 } from '../../../server/src/documents/sourceFile.ts';
import { grammars } from '../../support/grammars.ts';

const { python } = await grammars;

describe('constants', () => {
  it.each([
    ['f("a")', 'a'],
    ['A = "a"\nf(A)', 'a'],
    ['A: str = "a"\nB = A\nf(B)', 'a'],
    ['A = "a"\nA = "b"\nf(A)', undefined],
    ['A = "a"\nA += "b"\nf(A)', undefined],
    ['if x: A = "a"\nf(A)', undefined],
    ['A, B = "a"\nf(A)', undefined],
    ['A = "a"\ndef g(A): f(A)', undefined],
    ['A = "a"\ndef g(): f(A)', 'a'],
    ['A = "a"\ndef g():\n  global A\n  A = "b"\nf(A)', undefined],
    ['A = B\nB = A\nf(A)', undefined],
    ['f(1)', undefined],
  ])('%j', (text, value) => {
    const document = python.parse(utf8(text));
    const argument = calls(document).at(-1)?.call.arguments[0]?.value;
    expect(argument && constantString(document, argument)).toBe(value);
  });

  it.each([
    ['f(60)', 60],
    ['f(-1.5)', -1.5],
    ['LIMIT = 300\nf(LIMIT)', 300],
    ['LIMIT = 300\nf(-LIMIT)', -300],
    ['f(2j)', undefined],
    ['f("1")', undefined],
    ['f(not 1)', undefined],
  ])('%j as a number', (text, value) => {
    const document = python.parse(utf8(text));
    const argument = calls(document).at(-1)?.call.arguments[0]?.value;
    expect(argument && constantNumber(document, argument)).toBe(value);
  });
});

describe('what a name may refer to', () => {
  it.each([
    ['from sqlalchemy import *\nf()', ['sqlalchemy.f']],
    ['from sqlalchemy import *\nfrom .db import *\nf()', ['.db.f', 'sqlalchemy.f']],
    ['from . import *\nf()', ['.f']],
    ['from a import f\nfrom b import *\nf()', ['a.f']],
    ['from a import *\ndef f(): pass\nf()', []],
    ['from a import *\nfrom b import *\nf.g()', ['b.f.g', 'a.f.g']],
    ['f()', []],
  ])('%j', (text, names) => {
    const document = python.parse(utf8(text));
    const [site] = calls(document);
    expect(site && possibleNames(document, site.call.callee)).toEqual(names);
  });
});

describe('keywords', () => {
  it.each([
    ['f(1, a=1, b=2)', ['a', 'b'], true],
    ['f(**{"a": 1}, b=2)', ['a', 'b'], true],
    ['A = {"a": 1}\nB = {**A, "b": 2}\nf(**B)', ['a', 'b'], true],
    ['A = dict(a=1, **{"b": 2})\nf(**A)', ['a', 'b'], true],
    ['A = dict([("a", 1)], b=2)\nf(**A)', ['b'], false],
    ['f(a=1, **unknown)', ['a'], false],
    ['A = {"a": 1}\nA["b"] = 2\nf(**A)', ['a', 'b'], true],
    ['A = {"a": 1}\nA.update(b=2)\nf(**A)', ['a', 'b'], true],
    ['A = {}\nA.update({"b": 2}, c=3)\nf(**A)', ['b', 'c'], true],
    ['A = {"a": 1}\nf(**A)\nA["b"] = 2', ['a'], true],
    ['A = {"a": 1}\ndef g(): f(**A)\nA["b"] = 2', ['a', 'b'], true],
    ['A = {"a": 1}\nif x: A["b"] = 2\nf(**A)', [], false],
    ['A = {"a": 1}\ndef g(): A["b"] = 2\nf(**A)', [], false],
    ['A = {"a": {}}\nA["a"]["b"] = 2\nf(**A)', [], false],
    ['A = {"a": 1}\nA.pop("a")\nf(**A)', [], false],
    ['A = {"a": 1}\nA[k] = 2\nf(**A)', ['a'], false],
    ['def g():\n  A = {"a": 1}\n  A["b"] = 2\n  f(**A)', ['a', 'b'], true],
    ['A = {"a": 1}\ndef g():\n  A = {}\n  A["b"] = 2\nf(**A)', ['a'], true],
    ['A = {"a": 1} | dict(b=2)\nf(**A)', ['a', 'b'], true],
    ['A = {"a": 1} | other\nf(**A)', ['a'], false],
    ['A = dict({"a": 1}, b=2)\nf(**A)', ['a', 'b'], true],
    ['A = {name: 1, "b": 2}\nf(**A)', ['b'], false],
    ['A = {**A}\nf(**A)', [], false],
    ['f(*a)', [], true],
  ])('%j', (text, names, complete) => {
    const document = python.parse(utf8(text));
    const call = calls(document).find(({ call: { callee } }) => callee.kind === 'name' && callee.id === 'f')?.call;
    const keywords = call && keywordsOf(document, call);
    expect([[...(keywords?.values.keys() ?? [])], keywords?.complete]).toEqual([names, complete]);
  });
});
