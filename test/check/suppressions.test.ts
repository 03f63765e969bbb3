import { describe, expect, it } from 'vitest';
import { ignoreHere } from '../../server/src/features/ignoreHere.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { reportOn, withChanges } from '../support/check.ts';

const head =
  '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- .python-version\n3.12\n';
const wanted = rules.filter(({ name }) => ['work-at-import', 'dotenv-at-import'].includes(name));
const module = (code: string) => `${head}-- main.py\nimport requests\nfrom dotenv import load_dotenv\n${code}app = 1\n`;

const found = async (code: string) =>
  (await reportOn(parseExample(module(code)).files, wanted)).problems.map(({ rule }) => rule.name);

describe('a suppression', () => {
  it.each([
    ['at the end of the line', 'A = requests.get("x")  # preflight: ignore[work-at-import]\n', []],
    ['on the line above', '# preflight: ignore[work-at-import]\nA = requests.get("x")\n', []],
    ['with other comments between', '#preflight:ignore[ work-at-import ]\n# why\n\nA = requests.get("x")\n', []],
    ['for the file', '# preflight: ignore-file[work-at-import]\nB = 1\nA = requests.get("x")\n', []],
    ['with CRLF', '# preflight: ignore[work-at-import]\r\nA = requests.get("x")\r\n', []],
    ['of two rules', '# preflight: ignore[dotenv-at-import, work-at-import]\nA = requests.get("x")\n', []],
    ['of another rule', '# preflight: ignore[dotenv-at-import]\nA = requests.get("x")\n', ['work-at-import']],
    ['that names no rule', '# preflight: ignore\nA = requests.get("x")\n', ['work-at-import']],
    ['on the line below', 'A = requests.get("x")\n# preflight: ignore[work-at-import]\n', ['work-at-import']],
    [
      'behind code on the line above',
      'B = 1  # preflight: ignore[work-at-import]\nA = requests.get("x")\n',
      ['work-at-import'],
    ],
    ['in a string', 'B = "# preflight: ignore[work-at-import]"; A = requests.get("x")\n', ['work-at-import']],
    ['half typed', '# preflight: ignore[work-at\nA = requests.get("x")\n', ['work-at-import']],
  ])('%s', async (_name, code, expected) => {
    expect(await found(code)).toEqual(expected);
  });

  it('is written by "Ignore for this line", and then holds', async () => {
    const { files } = parseExample(module('if True:\n    A = requests.get("x")\nload_dotenv()\n'));
    const { problems, project } = await reportOn(files, wanted);
    expect(problems).toHaveLength(2);
    for (const problem of problems) {
      const document = project.files.document(problem.path);
      const fix = document && ignoreHere(problem, document);
      const after = withChanges(files, fix?.changes ?? []);
      expect((await reportOn(after, wanted)).problems.map(({ rule }) => rule.name)).not.toContain(problem.rule.name);
      expect((await reportOn(after, wanted)).problems).toHaveLength(1);
    }
  });

  it('is not offered where a comment cannot stand', async () => {
    const { files } = parseExample(module('A = """\n""" + requests.get("x")\nB = 1 + \\\n  requests.get("x")\n'));
    const { problems, project } = await reportOn(files, wanted);
    const offered = problems.map((problem) => {
      const document = project.files.document(problem.path);
      return document && ignoreHere(problem, document)?.title;
    });
    expect(offered).toEqual([undefined, undefined]);
  });
});
