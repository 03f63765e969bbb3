import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleTable } from '../../server/src/features/rulePage.ts';
import { rules } from '../../server/src/rules/index.ts';
import { areas } from '../../server/src/rules/rule.ts';
import { catalogue } from './catalogue.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/rules');
const notChecked = fs.readFileSync(path.join(folder, 'not-checked.md'), 'utf8');
/** Names of rules that have a section of their own there, which tells why they do not exist. */
const leftOut = new Map(
  [...notChecked.matchAll(/^### ([a-z]+(?:-[a-z0-9]+)+)\n\n([^#]+)/gm)].map(([, name = '', reason = '']) => [
    name,
    reason,
  ]),
);
const planned = areas.flatMap((area) => catalogue[area].map((name) => ({ area, name })));
const built = new Map(rules.map(({ name, area }) => [name, area]));

describe('the catalogue', () => {
  it('names no rule twice', () => {
    expect(new Set(planned.map(({ name }) => name)).size).toBe(planned.length);
  });

  it.each(planned)('$name is a rule of its area, or stands in not-checked.md', ({ name, area }) => {
    if (leftOut.has(name)) expect(built.has(name)).toBe(false);
    else expect(built.get(name)).toBe(area);
  });
});

describe('not-checked.md', () => {
  it('gives a reason for each rule that was left out, and for none that was not planned', () => {
    for (const [name, reason] of leftOut) {
      expect(planned.map((entry) => entry.name)).toContain(name);
      expect(reason.trim().length, name).toBeGreaterThan(80);
    }
  });

  it('leads to pages that are there', () => {
    const links = [...notChecked.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !fs.existsSync(path.join(folder, link)))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });

  it('is linked from the list of rules', () => {
    expect(ruleTable(rules)).toContain('](not-checked.md)');
  });
});
