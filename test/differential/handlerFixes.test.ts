import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { realVerdict, type Verdict } from './realBuilder.ts';

/** What the rules say of a build, asked of the builder: it stops at the examples, and not at what their fixes make of them. */

const stopping = [
  'api-file-in-python-project',
  'entrypoint-conditional',
  'entrypoint-missing',
  'entrypoint-out-of-place',
  'entrypoint-setting-file',
  'entrypoint-setting-format',
  'handler-class-assigned',
  'project-script-app-missing',
];
const silent = ['entrypoint-not-a-function'];
const selecting = ['python-version-file-out-of-reach'];

const cases = (names: readonly string[]) =>
  rules
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, examples }) => {
      const found = examples.filter(({ files }) => parseExample(files).marks.length > 0);
      return found.map((example, index) => [`${name} ${index + 1}`, example] as const);
    });
const verdictOn = (files: string) => realVerdict({ files: parseExample(files).files, root: '' });

/** The errors about the entrypoint. */
function errorsOf({ error, runs }: Verdict): string[] {
  return [error, ...runs.map((run) => run.error)].flatMap((one) =>
    one && /ENTRYPOINT/.test(one.code) ? [one.code] : [],
  );
}

describe('the builder stops, and does not after the fix', () => {
  it.each(cases(stopping))('%s', async (_title, { files, fixed }) => {
    expect(errorsOf(await verdictOn(files))).not.toEqual([]);
    if (fixed === undefined) return;
    const after = await verdictOn(fixed);
    expect(errorsOf(after)).toEqual([]);
    expect(after.runs.length).toBeGreaterThan(0);
  });
});

describe('the builder makes no function and says nothing, and makes one after the fix', () => {
  it.each(cases(silent))('%s', async (_title, { files, fixed }) => {
    const [path] = parseExample(files).marks.map((mark) => mark.path);
    const before = await verdictOn(files);
    expect(errorsOf(before)).toEqual([]);
    expect(before.runs.map(({ src }) => src)).not.toContain(path);
    if (fixed === undefined) return;
    expect((await verdictOn(fixed)).runs.map(({ src }) => src)).toContain(path);
  });
});

describe('the builder runs its default, and after the fix the version of the file', () => {
  it.each(cases(selecting))('%s', async (_title, { files, fixed }) => {
    expect((await verdictOn(files)).runs.map(({ version }) => version)).toEqual(['3.12']);
    if (fixed === undefined) return;
    const wanted = /^3\.\d+$/m.exec(parseExample(files).files.get('.python-version')?.text ?? '')?.[0];
    expect((await verdictOn(fixed)).runs.map(({ version }) => version)).toEqual([wanted]);
  });
});
