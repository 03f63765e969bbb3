/** The words that the client shows: found in its sources, so that a translation knows what there is to translate. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const folder = inRoot('client', 'src');

/** What may stand before a slash that opens a regular expression, not a division. */
const beforeExpression = /(?:^|[(,=:[!&|?{};>]|\breturn)$/;

/**
 * A string of TypeScript. In `text` a substitution of a template reads `{}`.
 * @typedef {{ text: string, before: string, isTemplate: boolean }} Literal
 */

/** The strings of `source`, in their order; `before` is the code in front, without blanks. @returns {Literal[]} */
export function literalsIn(source) {
  const found = [];
  let at = 0;
  code(() => at >= source.length);
  return found;

  /** Reads code until `isOver`; returns nothing, leaves `at` there. */
  function code(isOver) {
    let before = '';
    while (at < source.length && !isOver()) {
      const one = source[at];
      if (source.startsWith('//', at)) at = endOf('\n');
      else if (source.startsWith('/*', at)) at = endOf('*/') + 2;
      else if (one === '/' && beforeExpression.test(before)) at += expressionAt(at);
      else if (one === "'" || one === '"' || one === '`') {
        literal(one, before);
        before += one;
      } else if (one === '{') {
        at++;
        code(() => source[at] === '}');
        at++;
        before += '}';
      } else {
        if (/\S/.test(one)) before = `${before}${one}`.slice(-40);
        at++;
      }
    }
  }

  function endOf(mark) {
    const end = source.indexOf(mark, at);
    return end < 0 ? source.length : end;
  }

  function literal(quote, before) {
    const own = { text: '', before, isTemplate: false };
    found.push(own);
    for (at++; at < source.length && source[at] !== quote; at++) {
      if (quote === '`' && source.startsWith('${', at)) {
        own.text += '{}';
        own.isTemplate = true;
        at += 2;
        code(() => source[at] === '}');
      } else if (source[at] === '\\') own.text += unescaped(source[++at]);
      else own.text += source[at];
    }
    at++;
  }

  function expressionAt(start) {
    return /^\/(?:\[(?:\\.|[^\]\\])*\]|\\.|[^/\\[])+\//.exec(source.slice(start))?.[0].length ?? 1;
  }
}

const unescaped = (letter) => ({ n: '\n', t: '\t' })[letter] ?? letter;

/** Whether the string is handed to `l10n.t`. @param {Literal} literal */
export const isLocalised = ({ before }) => before.endsWith('l10n.t(');

/** The sources of the client: file names and texts. */
export function clientSources() {
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** `l10n/bundle.l10n.json`: each string of the client under itself, as the editor looks them up. */
export function bundleText() {
  const all = clientSources().flatMap(({ text }) => literalsIn(text).filter(isLocalised));
  const template = all.find(({ isTemplate }) => isTemplate);
  if (template) throw new Error(`l10n.t takes a string without a substitution, not \`${template.text}\``);
  const keys = [...new Set(all.map(({ text }) => text))].sort();
  return `${JSON.stringify(Object.fromEntries(keys.map((key) => [key, key])), null, 2)}\n`;
}
