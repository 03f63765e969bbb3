/**
 * A test runner for Stryker that loads our tests once and then runs them in this process, a mutant in milliseconds: with
 * a runner that loads them anew for each mutant the rules would take days. See scripts/mutants.mjs.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { declareFactoryPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundleTests, kebab } from './bundle.mjs';
import { ignorer } from './ignored.mjs';
import { SampleChecker } from './sample.mjs';
import { isOf, ruleOf } from './tests.mjs';
import { tests } from './vitest.mjs';

/**
 * How long one mutant is tried, in milliseconds of processor time. Every test comes by way of deployment/, and all of
 * them for each of its survivors would take a quarter of a minute a mutant: so a survivor there means "not noticed within
 * this time". The tests for a rule take less.
 */
const budget = 3000;

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The area whose rules are mutated, or none. */
const area = process.env.MUTANTS_AREA;

/** The global by which instrumented code learns which mutant is active. */
globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;

class InProcess {
  /** Which tests run a file, by its path: for mutants that act while a module is loaded. */
  #testsByFile = new Map();
  /** Tests that killed a mutant of a file come first for the next one. */
  #killers = new Map();
  #isClean = true;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.bundle = await bundleTests(process.cwd(), area);
    await this.#reload();
  }

  async dryRun() {
    stryker.mutantCoverage = undefined;
    await this.#reload();
    const results = [];
    for (const test of tests) {
      stryker.currentTestId = test.id;
      results.push(await this.#result(test));
    }
    stryker.currentTestId = undefined;
    this.#testsByFile = this.bundle.testsByFile(stryker.mutantCoverage);
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName, reloadEnvironment }) {
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit ? 0 : undefined;
    if (reloadEnvironment || !this.#isClean) {
      stryker.activeMutant = reloadEnvironment ? activeMutant.id : undefined;
      this.#isClean = !reloadEnvironment;
      const failure = await this.#reload().then(() => undefined, String);
      if (failure) return killedAtLoad(failure);
    }
    stryker.activeMutant = activeMutant.id;
    const results = await this.#untilOneFails(this.#inOrder(sandboxFileName, testFilter));
    stryker.activeMutant = undefined;
    const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: results }, false);
  }

  async #untilOneFails({ order, killers }) {
    const results = [];
    const end = processorTime() + budget;
    for (const test of order) {
      if (processorTime() > end) break;
      const result = await this.#result(test);
      results.push(result);
      if (result.status !== TestStatus.Failed) continue;
      killers.delete(test.id);
      killers.add(test.id);
      break;
    }
    return results;
  }

  /**
   * The tests that may notice: those that killed a mutant of this file before, the last killer first, then the examples
   * of the rule, then the tests of deployment/, then the rest in an order that mixes the rules and is the same each time.
   */
  #inOrder(file, filter) {
    if (!this.#killers.has(file)) this.#killers.set(file, new Set());
    const killers = this.#killers.get(file);
    const wanted = filter ? new Set(filter) : this.#testsByFile.get(file);
    const some = tests.filter(({ id }) => !wanted || wanted.has(id));
    const killerRank = new Map([...killers].map((id, index) => [id, index + 3]));
    const rank = new Map(some.map((test) => [test, killerRank.get(test.id) ?? rankOf(test, file)]));
    return { order: some.sort((a, b) => rank.get(b) - rank.get(a)), killers };
  }

  async #reload() {
    tests.length = 0;
    await this.bundle.load();
    const wanted = tests.filter((test) => isOf(test, area, this.bundle.rulesOf));
    tests.splice(0, tests.length, ...wanted);
  }

  async #result({ id, run, file }) {
    this.bundle.forget();
    const start = performance.now();
    const failure = await run().then(
      () => undefined,
      (error) => String(error?.message ?? error).slice(0, 300),
    );
    const base = { id, name: id, fileName: file, timeSpentMs: performance.now() - start };
    if (failure === undefined) return { ...base, status: TestStatus.Success };
    return { ...base, status: TestStatus.Failed, failureMessage: failure };
  }
}

/** Below 1 a number that has nothing to do with where the test stands. */
function rankOf(test, mutated) {
  if (ruleOf(test) === kebab(path.basename(mutated, '.ts'))) return 2;
  if (test.file.startsWith('test/deployment/')) return 1;
  return createHash('md5').update(test.id).digest().readUInt32BE() / 2 ** 32;
}

function killedAtLoad(failure) {
  const test = { id: tests[0]?.id ?? '0', name: 'loading', timeSpentMs: 0, status: TestStatus.Failed };
  return toMutantRunResult({ status: DryRunStatus.Complete, tests: [{ ...test, failureMessage: failure }] }, false);
}

const runner = () => new InProcess();
runner.inject = [];

const checker = () => new SampleChecker();
checker.inject = [];

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'in-process', runner),
  declareFactoryPlugin(PluginKind.Checker, 'sample', checker),
  declareValuePlugin(PluginKind.Ignore, 'words', ignorer),
];
