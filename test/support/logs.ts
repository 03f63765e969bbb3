import { checkProject } from '../../server/src/check/checkProject.ts';
import { LogAnalysis } from '../../server/src/logs/analysis.ts';
import { explainLog, rulesFor } from '../../server/src/logs/explain.ts';
import type { LogReport } from '../../server/src/logs/report.ts';
import { signatures } from '../../server/src/logs/signatures/index.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { grammars } from './grammars.ts';

/** What `log` says; `files` is the project, in the notation of rule examples. A crash fails the test. */
export async function explained(log: string, files?: string): Promise<LogReport> {
  const analysis = new LogAnalysis(signatures);
  analysis.push(log);
  const facts = analysis.end();
  if (files === undefined) return explainLog(facts);
  const workspace = new Workspace(memoryFileSystem(parseExample(files).files), await grammars);
  const onCrash = (rule: { name: string }, path: string, error: unknown) => {
    throw new Error(`${rule.name} crashed on ${path}`, { cause: error });
  };
  const report = await workspace.ask((view) =>
    explainLog(facts, checkProject({ root: '', files: view }, { rules: rulesFor(facts, rules), onCrash })),
  );
  if (!report) throw new Error('the question was given up');
  return report;
}

/** The names of the signatures, the verdict first. */
export function namesIn({ entries }: LogReport): readonly string[] {
  return entries.map(({ signature }) => signature.name);
}
