import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { areas, type Rule } from '../../server/src/rules/rule.ts';
import { problemsIn } from '../support/check.ts';
import { spoken } from '../support/messages.ts';

/**
 * What the rules of an area say of their examples, side by side, so that a change of wording is seen beside its neighbours.
 * `npx vitest run test/rules/messages.test.ts -u` writes the files.
 */
describe('what is said of all examples', () => {
  it.each(areas)('in %s', async (area) => {
    const sections: string[] = [];
    for (const rule of rules.filter((one) => one.area === area)) sections.push(await sectionOf(rule));
    await expect(sections.join('\n')).toMatchFileSnapshot(`./messages/${area}.txt`);
  });
});

async function sectionOf(rule: Rule): Promise<string> {
  const lines: string[] = [];
  for (const { files, index } of rule.examples) {
    for (const problem of await problemsIn(files, [rule], index)) lines.push(...spoken(problem));
  }
  return [rule.name, ...new Set(lines), ''].join('\n');
}
