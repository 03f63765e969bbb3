import { type CheckOptions, checkProject, type ProjectReport } from '../../server/src/check/checkProject.ts';
import type { Problem } from '../../server/src/check/problem.ts';
import { withIndex } from '../../server/src/documents/packages/packageIndex.ts';
import { packageFromIndex } from '../../server/src/documents/packages/simpleIndex.ts';
import type { Grammars } from '../../server/src/documents/parsers.ts';
import { type SourceFile, utf8 } from '../../server/src/documents/sourceFile.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules as allRules } from '../../server/src/rules/index.ts';
import type { Example, Rule } from '../../server/src/rules/rule.ts';
import { applyEdits, type FileChange } from '../../server/src/text/edit.ts';
import { grammars } from './grammars.ts';

export type FileSet = ReadonlyMap<string, SourceFile>;

const ruleNames = allRules.map(({ name }) => name);

/** The report on files in memory, with their root at `root`. A rule that crashes fails the test. */
export async function reportOn(
  files: FileSet,
  rules: readonly Rule[],
  root = '',
  index?: Example['index'],
): Promise<ProjectReport> {
  const workspace = new Workspace(memoryFileSystem(files), index ? await asking(index) : await grammars);
  const report = await workspace.ask((view) =>
    checkProject({ root, files: view }, { rules, ruleNames, onCrash: rethrow }),
  );
  if (!report) throw new Error('the question was given up');
  return report;
}

/** The parsers of all tests, with what an index answers laid over what is known of packages. */
async function asking(index: NonNullable<Example['index']>): Promise<Grammars> {
  const loaded = await grammars;
  const packages = new Map(
    Object.entries(index).map(([name, files]) => [
      name,
      packageFromIndex(
        name,
        files.map((file) => ({ name: file, isYanked: false, requiresPython: '>=3.8' })),
      ),
    ]),
  );
  const facts = loaded
    .packages?.()
    .then((known) => known && withIndex(known, { url: 'https://pypi.org/simple', packages }));
  return { ...loaded, packages: async () => facts };
}

const rethrow: CheckOptions['onCrash'] = (rule, path, error) => {
  throw new Error(`${rule.name} crashed on ${path}`, { cause: error });
};

/** The problems that `rules` find in files in the notation of rule examples. */
export async function problemsIn(
  example: string,
  rules: readonly Rule[],
  index?: Example['index'],
): Promise<readonly Problem[]> {
  // Whether a suppression is of use, only the rules that it names can tell.
  const run = rules.some(({ subject }) => subject === 'suppressions') ? allRules : rules;
  const { problems } = await reportOn(parseExample(example).files, run, '', index);
  return problems.filter(({ rule }) => rules.includes(rule));
}

/** The files after `changes`. A created file replaces one that is there. */
export function withChanges(files: FileSet, changes: readonly FileChange[]): Map<string, SourceFile> {
  const result = new Map(files);
  for (const change of changes) {
    if ('create' in change) result.set(change.path, utf8(change.create));
    else if ('remove' in change) result.delete(change.path);
    else {
      const before = result.get(change.path);
      if (!before) throw new Error(`a fix edits ${change.path}, which is not there`);
      result.set(change.path, { ...before, text: applyEdits(before.text, change.edits) });
    }
  }
  return result;
}
