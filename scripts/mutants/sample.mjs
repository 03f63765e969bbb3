/** A part of all mutants, the same in every run: by a hash of what the mutant is and where it stands. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { CheckStatus } from '@stryker-mutator/api/check';

/** `2/5` is the second fifth. Throws on anything else. */
export function parseSample(text) {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (!(part >= 1 && part <= of)) throw new Error(`--sample=${text} is no part of a whole. Write --sample=1/5.`);
  return { part, of };
}

export function isInSample({ part, of }, file, { location, replacement }) {
  const { line, column } = location.start;
  const text = `${file}:${line}:${column}:${replacement}`;
  return createHash('md5').update(text).digest().readUInt32BE() % of === part - 1;
}

/** A checker of Stryker: what is not in the sample is left out, as a mutant that does not compile would be. */
export class SampleChecker {
  #sample = parseSample(process.env.MUTANTS_SAMPLE ?? '1/1');

  async init() {}

  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.#answer(mutant)]));
  }

  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  #answer(mutant) {
    const file = path.relative(process.env.MUTANTS_ROOT ?? '', mutant.fileName).replaceAll(path.sep, '/');
    if (isInSample(this.#sample, file, mutant)) return { status: CheckStatus.Passed };
    return { status: CheckStatus.CompileError, reason: 'not in the sample' };
  }
}
