import { type CheckOptions, checkProject, type ProjectReport } from '../../server/src/check/checkProject.ts';
import type { Problem } from '../../server/src/check/problem.ts';
import { type SourceFile, utf8 } from '../../server/src/documents/sourceFile.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules as allRules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { applyEdits, type FileChange } from '../../server/src/text/edit.ts';
import { grammars } from './grammars.ts';

export type FileSet = ReadonlyMap<string, SourceFile>;

const ruleNames = allRules.map(({ name }) => name);

/** The report on files in memory, with their root at `root`. A rule that crashes fails the test. */
export async function reportOn(files: FileSet, rules: readonly Rule[], root = ''): Promise<ProjectReport> {
  const workspace = new Workspace(memoryFileSystem(files), await grammars);
  const report = await workspace.ask((view) =>
    checkProject({ root, files: view }, { rules, ruleNames, onCrash: rethrow }),
  );
  if (!report) throw new Error('the question was given up');
  return report;
}

const rethrow: CheckOptions['onCrash'] = (rule, path, error) => {
  throw new Error(`${rule.name} crashed on ${path}`, { cause: error });
};

/** The problems that `rules` find in files in the notation of rule examples. */
export async function problemsIn(example: string, rules: readonly Rule[]): Promise<readonly Problem[]> {
  // Whether a suppression is of use, only the rules that it names can tell.
  const run = rules.some(({ subject }) => subject === 'suppressions') ? allRules : rules;
  const { problems } = await reportOn(parseExample(example).files, run);
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
