import type { TextEdit } from '../text/edit.ts';
import { indentationAt, lineAt, lineEndingOf } from '../text/lines.ts';
import type { JsonNode } from './vercelJson.ts';

/**
 * Removes `node`, a property or an array element, with one comma and the line it stood on, and nothing else.
 * The root is emptied instead.
 */
export function removal(text: string, node: JsonNode): TextEdit[] {
  const siblings = node.parent?.children;
  if (!siblings) return [{ span: { start: node.offset, end: node.offset + node.length }, newText: '' }];
  const end = node.offset + node.length;
  const index = siblings.indexOf(node);
  const next = siblings[index + 1];
  if (next) return [{ span: { start: node.offset, end: next.offset }, newText: '' }];
  const previous = siblings[index - 1];
  const open = node.parent ? node.parent.offset + 1 : node.offset;
  return [
    {
      span: { start: previous ? previous.offset + previous.length : open, end: endOfBlank(text, end, !previous) },
      newText: '',
    },
  ];
}

/** Behind the last element; for an only child also the blanks before the closing bracket, so that `{}` or `[]` is left. */
function endOfBlank(text: string, end: number, onlyChild: boolean): number {
  if (!onlyChild) return end;
  return end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
}

/** Replaces the value `node` by the JSON of `value`. */
export function replacement(node: JsonNode, value: string | number | boolean): TextEdit[] {
  return [{ span: { start: node.offset, end: node.offset + node.length }, newText: JSON.stringify(value) }];
}

/** Adds `"key": value` at the end of `object`, laid out as its other properties are. */
export function insertion(text: string, object: JsonNode, key: string, value: unknown): TextEdit[] {
  const pair = `${JSON.stringify(key)}: ${onOneLine(value)}`;
  const last = object.children?.[object.children.length - 1];
  const inner = { start: object.offset + 1, end: object.offset + object.length - 1 };
  if (!last) {
    const isBroken = /[\r\n]/.test(text.slice(inner.start, inner.end));
    const ending = lineEndingOf(text);
    return [{ span: inner, newText: isBroken ? `${ending}  ${pair}${ending}` : ` ${pair} ` }];
  }
  const end = last.offset + last.length;
  const isOnOwnLine = lineAt(text, last.offset).start > object.offset;
  const lead = isOnOwnLine ? `${lineEndingOf(text)}${indentationAt(text, last.offset)}` : ' ';
  return [{ span: { start: end, end }, newText: `,${lead}${pair}` }];
}

/** Writes properties in the place of `property`; a list takes a line an element where `property` begins a line. */
export function replacementBy(
  text: string,
  property: JsonNode,
  properties: Readonly<Record<string, unknown>>,
): TextEdit[] {
  const indent = indentationAt(text, property.offset);
  const isOnOwnLine = lineAt(text, property.offset).start + indent.length === property.offset;
  const ending = lineEndingOf(text);
  const broken = (list: readonly unknown[]) => {
    const lines = list.map((one) => `${ending}${indent}${indent}${onOneLine(one)}`);
    return `[${lines.join(',')}${ending}${indent}]`;
  };
  const written = (value: unknown) => (isOnOwnLine && Array.isArray(value) ? broken(value) : onOneLine(value));
  const pairs = Object.entries(properties).map(([key, value]) => `${JSON.stringify(key)}: ${written(value)}`);
  const newText = pairs.join(isOnOwnLine ? `,${ending}${indent}` : ', ');
  return [{ span: { start: property.offset, end: property.offset + property.length }, newText }];
}

/** As a person writes it on one line. */
function onOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}
