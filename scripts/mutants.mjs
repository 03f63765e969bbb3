/**
 * `npm run mutants`: how many faults in rules/ and deployment/ the tests notice. Stryker puts the faults in, one at a time.
 *
 *     npm run mutants                          everything, slice by slice: many hours
 *     npm run mutants -- database deployment   some slices: an area of the rules, `deployment` or one of its folders
 *     npm run mutants -- --sample=1/5 routes   the first fifth of the mutants, as a hash divides them
 *     npm run mutants -- --table               the scores of the last runs, as a table
 *     npm run mutants -- --survivors database  what no test noticed there
 *
 * A run again tries what changed since. `--table` and `--survivors` look at the same sample. Reports lie in out/mutants.
 */
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { Stryker } from '@stryker-mutator/core';
import { reportFile, scoreTable, survivorsOf } from './mutants/reports.mjs';
import { parseSample } from './mutants/sample.mjs';
import { inRoot, root } from './paths.mjs';
import { say } from './setup.mjs';

const foldersIn = (folder) =>
  readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const areas = foldersIn('server/src/rules');

/** What is mutated, by the name of the slice. */
const slices = new Map([
  ...areas.map((name) => [name, [`server/src/rules/${name}/**/*.ts`]]),
  ['rules', ['server/src/rules/*.ts', '!server/src/rules/index.ts', '!server/src/rules/rule.ts']],
  ...foldersIn('server/src/deployment').map((name) => [name, [`server/src/deployment/${name}/**/*.ts`]]),
  ['deployment', ['server/src/deployment/*.ts']],
]);

/** Everything that tests read, and nothing else, is copied to where mutants live. */
const copied = new Set(['server', 'test', 'examples', 'docs', 'scripts', 'package.json']);
const left = readdirSync(root).filter((entry) => !copied.has(entry));

function optionsFor(name, sample, mutate) {
  return {
    mutate,
    plugins: [inRoot('scripts/mutants/testRunner.mjs')],
    testRunner: 'in-process',
    checkers: ['sample'],
    ignorers: ['words'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 600_000,
    incremental: true,
    incrementalFile: reportFile(name, sample, 'incremental.json'),
    reporters: ['json'],
    warnings: { slow: false },
    jsonReporter: { fileName: reportFile(name, sample, 'json') },
    ignorePatterns: left.map((entry) => `/${entry}`),
    tempDirName: inRoot('out/mutants/sandboxes', name),
    // Stryker reads tsconfig.json with a compiler older than ours; its sandbox needs none.
    tsconfigFile: 'none.json',
    allowConsoleColors: false,
  };
}

async function main(args) {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !slices.has(name));
  if (unknown.length > 0)
    throw new Error(`There is no slice "${unknown[0]}". There are: ${[...slices.keys()].join(', ')}.`);
  const sample = parseSample(args.find((arg) => arg.startsWith('--sample='))?.slice('--sample='.length) ?? '1/1');
  const wanted = names.length > 0 ? names : [...slices.keys()];
  if (args.includes('--survivors')) return console.log(wanted.map((name) => survivorsOf(name, sample)).join('\n'));
  if (!args.includes('--table')) for (const name of wanted) await mutate(name, sample);
  return console.log(scoreTable(wanted, sample));
}

async function mutate(name, sample) {
  say(`Mutants in ${name} ...`);
  process.env.MUTANTS_ROOT = root;
  process.env.MUTANTS_SAMPLE = `${sample.part}/${sample.of}`;
  process.env.MUTANTS_AREA = areas.includes(name) ? name : '';
  await new Stryker(optionsFor(name, sample, slices.get(name))).runMutationTest();
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 2;
}
