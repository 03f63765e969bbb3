/** The tests that mutants are tried with. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Those that ask the real builder, an editor or a process are too slow to be run a thousand times. */
const folders = ['test/rules', 'test/deployment', 'test/deployment/modernise', 'test/check', 'test/clean'];

/**
 * The first starts the built command line, which holds no mutant; the others take seconds or minutes a mutant.
 * What the last one holds, the examples hold too.
 */
const apart = new Set([
  'test/deployment/fittingPythons.test.ts',
  'test/deployment/pinPath.test.ts',
  'test/deployment/routing.property.test.ts',
  'test/check/fixes.test.ts',
  'test/check/fixStyle.test.ts',
  'test/rules/handlerCollapse.property.test.ts',
  'test/rules/messages.test.ts',
]);

/**
 * Paths below `root`, the examples of all rules first. For the rules of an `area`: their examples, and what test/rules has for that
 * area.
 */
export async function testFiles(root, area) {
  const found = await Promise.all((area ? ['test/rules'] : folders).map((folder) => testsIn(root, folder)));
  const all = ['test/rules.test.ts', ...found.flat().sort()].filter((file) => !apart.has(file));
  return area ? all.filter((file) => isAbout(file, area)) : all;
}

async function testsIn(root, folder) {
  const names = await readdir(path.join(root, folder));
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name}`);
}

function isAbout(file, area) {
  const words = area.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
  const name = path.basename(file);
  return name === 'rules.test.ts' || name.startsWith(words);
}

/** Whether a test collected from those files is of use for `area`: the examples of other areas are not. */
export function isOf(test, area, rulesOf) {
  if (!area) return true;
  if (test.file !== 'test/rules.test.ts') return true;
  return rulesOf(area).has(ruleOf(test));
}

/** The rule whose example a test is. */
export function ruleOf({ id, file }) {
  return file === 'test/rules.test.ts' ? id.split(' ')[1] : undefined;
}
