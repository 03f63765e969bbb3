import { readFileSync } from 'node:fs';
import type { Problem } from '../../server/src/check/problem.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

const folder = new URL('../rules/messages/', import.meta.url);

/** What is said of one problem, a line each: severity and message, the titles of its fixes (`+` safe), its other places. */
export function spoken({ severity, message, fixes, related }: Problem): readonly string[] {
  return [
    `  ${severity}: ${message}`,
    ...fixes.map(({ title, safety }) => `    ${safety === 'safe' ? '+' : '-'} ${title}`),
    ...related.map((place) => `    > ${place.path}: ${place.message}`),
  ];
}

/** The lines that test/rules/messages holds for `rule`. */
export function recorded({ name, area }: Rule): readonly string[] {
  const sections = readFileSync(new URL(`${area}.txt`, folder), 'utf8').split(/\n(?=\S)/);
  return sections.find((section) => section.startsWith(`${name}\n`))?.split('\n') ?? [];
}
