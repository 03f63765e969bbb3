import { describe, expect, it } from 'vitest';
import { ignoreInProject } from '../../server/src/features/ignoreInProject.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type FileSet, reportOn, withChanges } from '../support/check.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python@4" }] }\n-- main.py\napp = 1\n';

async function fixesFor(files: FileSet, rule = 'builder-pinned') {
  const report = await reportOn(files, rules);
  const problem = report.problems.find((candidate) => candidate.rule.name === rule);
  return problem ? ignoreInProject(problem, report) : [];
}

/** The file at `path` after the fix of that title. */
async function afterFix(example: string, title: RegExp, path = '.vercel-preflight.toml') {
  const { files } = parseExample(head + example);
  const fix = (await fixesFor(files)).find((candidate) => title.test(candidate.title));
  if (!fix) return undefined;
  const changed = withChanges(files, fix.changes);
  expect((await reportOn(changed, rules)).problems.map(({ rule }) => rule.name)).not.toContain('builder-pinned');
  expect(await fixesFor(changed), 'twice changes nothing').toEqual([]);
  return changed.get(path)?.text;
}

const inProject = /in this project/;
const inFile = /in vercel\.json of this project/;

describe('"Ignore in this project"', () => {
  it('names what it does and where', async () => {
    const titles = (await fixesFor(parseExample(head).files)).map(({ title, safety }) => `${title}: ${safety}`);
    expect(titles).toEqual([
      'Ignore builder-pinned in vercel.json of this project (.vercel-preflight.toml): unsafe',
      'Ignore builder-pinned in this project (.vercel-preflight.toml): unsafe',
    ]);
  });

  it.each([
    ['in a new file', '', inProject, '[rules]\nbuilder-pinned = "off"\n'],
    ['in a new file, for one file', '', inFile, '[per-file-ignores]\n"vercel.json" = ["builder-pinned"]\n'],
    [
      'among the rules there, with their comments',
      '-- .vercel-preflight.toml\r\n# ours\r\n[rules]\r\nlock-not-read = "off"  # why\r\n\r\n[per-file-ignores]\r\n',
      inProject,
      '# ours\r\n[rules]\r\nlock-not-read = "off"  # why\r\nbuilder-pinned = "off"\r\n\r\n[per-file-ignores]\r\n',
    ],
    [
      'over another severity',
      '-- .vercel-preflight.toml\nrules = { builder-pinned = "error" }\n',
      inProject,
      'rules = { builder-pinned = "off" }\n',
    ],
    [
      'behind the rules of that file',
      '-- .vercel-preflight.toml\n[per-file-ignores]\n"vercel.json" = [\n  "lock-not-read", # why\n]\n',
      inFile,
      '[per-file-ignores]\n"vercel.json" = [\n  "lock-not-read", # why\n  "builder-pinned",\n]\n',
    ],
  ])('is written %s', async (_name, example, title, expected) => {
    expect(await afterFix(example, title)).toBe(expected);
  });

  it('is written into a pyproject.toml that is the manifest, or that holds the table', async () => {
    const manifest = '-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = []\n';
    const added = '\n[tool.vercel-preflight.rules]\nbuilder-pinned = "off"\n';
    expect(await afterFix(manifest, inProject, 'pyproject.toml')).toBe(
      `${manifest.split('\n').slice(1).join('\n')}${added}`,
    );
    const table = `${manifest}[tool.vercel-preflight]\nfail-on = "info"\n`;
    expect(await afterFix(table, inProject, 'pyproject.toml')).toContain(added);
    expect(await afterFix(`-- .vercel-preflight.toml\n${table}`, inProject)).toBe('[rules]\nbuilder-pinned = "off"\n');
  });

  it.each(['[rules\n', 'rules = 3\nper-file-ignores = 3\n', '[[rules]]\n[[per-file-ignores]]\n'])(
    'is not offered where it would make no sense of %j',
    async (text) => {
      expect(await fixesFor(parseExample(`${head}-- .vercel-preflight.toml\n${text}`).files)).toEqual([]);
    },
  );

  it('silences whatever any rule finds in its examples', async () => {
    for (const rule of rules) {
      for (const { files: text } of rule.examples.slice(0, 2)) {
        const { files } = parseExample(text);
        const report = await reportOn(files, rules);
        for (const problem of report.problems.filter((candidate) => candidate.rule === rule)) {
          for (const fix of ignoreInProject(problem, report)) {
            const left = (await reportOn(withChanges(files, fix.changes), rules)).problems;
            const same = left.filter(
              (one) => one.rule === rule && (/this project \(/.test(fix.title) || one.path === problem.path),
            );
            expect(
              same.map(({ path }) => path),
              `${fix.title}\n${text}`,
            ).toEqual([]);
          }
        }
      }
    }
  });
});
