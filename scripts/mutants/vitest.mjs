/**
 * As much of vitest as our tests use, for one process that runs the same tests many thousand times: tests are collected
 * once and run one by one. `expect` is vitest's own.
 */
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const { expect } = chai;

/** Every test, in the order of files and lines: `{ id, run }`. */
export const tests = [];

let file = '';
let setUps = [];
let titles = [];

/** What is collected from now on belongs to `name`. */
export function beginFile(name) {
  file = name;
  setUps = [];
  titles = [];
}

export function describe(title, body) {
  const outer = setUps;
  setUps = [...outer];
  titles.push(title);
  body();
  titles.pop();
  setUps = outer;
}

describe.each = (cases) => (title, body) => {
  for (const one of cases) describe(title, () => body(...argumentsOf(one)));
};

/** Vitest's own options stand before the body or after it. */
export function it(title, ...rest) {
  const body = rest.find((one) => typeof one === 'function');
  const first = setUps;
  const own = file;
  const run = async () => {
    for (const setUp of first) await setUp();
    await body();
  };
  tests.push({ id: idOf(`${own} ${[...titles, title].join(' > ')}`), file: own, run });
}

/** Stays the same while other tests come and go: by it Stryker knows what it need not try again. */
function idOf(name) {
  const same = tests.filter(({ id }) => id === name || id.startsWith(`${name} #`)).length;
  return same === 0 ? name : `${name} #${same + 1}`;
}

it.each = (cases) => (title, body) => {
  for (const one of cases) it(`${title} ${argumentsOf(one)[0]}`, () => body(...argumentsOf(one)));
};

export const test = it;

export function beforeEach(body) {
  setUps.push(body);
}

function argumentsOf(one) {
  return Array.isArray(one) ? one : [one];
}
