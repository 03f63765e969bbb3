import { expect, it } from 'vitest';
import { ascii } from '../../scripts/ascii.mjs';

const evaluated = (code: string): unknown => new Function(`return ${code}`)();

it.each([
  ['a template', '`«» – 🚀`', '«» – 🚀'],
  ['a regular expression', '/^[«»×]$/.test("»")', true],
  ['one of code points', '/^[🚀é]$/u.test("🚀")', true],
  ['a string behind a backslash', '"\\\\é"', '\\é'],
  ['a comment', '/* – */ 1', 1],
])('escapes what is beyond ASCII in %s and keeps what it means', (_what, code, value) => {
  expect(ascii(code)).toMatch(/^[\0-\x7f]*$/);
  expect(evaluated(ascii(code))).toBe(value);
});

it.each(['String.raw`–`', '/\\×/', '"\\é"'])('says what has no other way to be written: %s', (code) => {
  expect(() => ascii(code)).toThrow('There is no way');
});
