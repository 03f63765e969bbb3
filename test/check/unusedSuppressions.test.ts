import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type FileSet, reportOn, withChanges } from '../support/check.ts';

const head =
  '-- vercel.json\n{}\n-- .python-version\n3.12\n-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\n\n';
const module = (code: string) => parseExample(`${head}app = FastAPI()\n${code}`).files;

async function unused(files: FileSet) {
  return (await reportOn(files, rules)).problems.filter(({ rule }) => rule.name === 'suppression-unused');
}

/** main.py behind its first lines, once every unused suppression is removed. */
async function cleaned(code: string) {
  let files = module(code);
  for (let round = 0; round < 5; round++) {
    const [first] = await unused(files);
    if (!first) break;
    files = withChanges(files, first.fixes[0]?.changes ?? []);
  }
  return files.get('main.py')?.text.split('app = FastAPI()\n')[1];
}

describe('an unused suppression', () => {
  it.each([
    ['alone on its line', '    \n  # preflight: ignore[sqlite-on-disk, dotenv-at-import]\nx = 1\n', '    \nx = 1\n'],
    ['behind code', 'x = 1  # preflight: ignore[dotenv-at-import]\r\n', 'x = 1\r\n'],
    ['before other words', 'x = 1  # preflight: ignore[dotenv-at-import] as agreed\n', 'x = 1  # as agreed\n'],
    ['before another comment', 'x = 1  # preflight: ignore[dotenv-at-import]  # noqa\n', 'x = 1  # noqa\n'],
    ['for the file', '# preflight: ignore-file[dotenv-at-import]\n', ''],
    ['on the last line', 'x = 1\n# preflight: ignore[dotenv-at-import]', 'x = 1'],
    ['with blanks', 'x = 1  # preflight: ignore[ dotenv-at-import , nothing-such ]\n', 'x = 1\n'],
  ])('%s is removed and nothing else', async (_name, code, expected) => {
    expect(await cleaned(code)).toBe(expected);
  });

  it('is told with the rule that may be meant', async () => {
    const [problem] = await unused(module('# preflight: ignore[dotenv-at-imprt]\n'));
    expect(problem?.message).toBe(
      'There is no rule `dotenv-at-imprt` to silence. Is `dotenv-at-import` meant? Else remove it.',
    );
    expect(problem?.severity).toBe('info');
  });

  const comment = '# preflight: ignore[dotenv-at-import]\n';
  it.each([
    ['the module does not parse', module(`${comment}def f(:\n`)],
    [
      'vercel.json is half typed',
      new Map([...module(comment), ['vercel.json', { text: '{ "', encoding: 'utf-8' as const }]]),
    ],
    [
      'another root may use the file',
      parseExample(
        `-- vercel.json\n{ "builds": [{ "src": "b/main.py", "use": "@vercel/python" }] }\n-- b/vercel.json\n{}\n-- b/main.py\n${comment}app = 1\n`,
      ).files,
    ],
    ['the comment is a string', module(`x = """\n${comment}"""\n`)],
  ])('is not told while %s', async (_name, files) => {
    expect(await unused(files)).toEqual([]);
  });

  it('of the rule that tells them is never told itself', async () => {
    expect(await unused(module('# preflight: ignore[suppression-unused]\n'))).toEqual([]);
    expect(await unused(module('# preflight: ignore[suppression-unused, dotenv-at-import]\n'))).toEqual([]);
  });
});
