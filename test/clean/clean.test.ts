import { describe, expect, it } from 'vitest';
import { documentAt } from '../../server/src/project/files.ts';
import { deploymentRoots } from '../../server/src/project/roots.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { reportOn } from '../support/check.ts';
import { grammars } from '../support/grammars.ts';
import { cleanProjects } from './projects.ts';

describe('a project in which nothing is wrong', () => {
  it.each(cleanProjects.map((project) => [project.name, project] as const))('%s', async (_name, { root, files }) => {
    const report = await reportOn(parseExample(files).files, rules, root);
    const alarms = report.problems
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, path, message }) => `${path}: ${message} [${rule.name}]`);
    expect(alarms).toEqual([]);
    expect(report.deployment.errors).toEqual([]);
  });

  it('is left alone by the editor where nothing says that it goes to Vercel', async () => {
    const lambda = cleanProjects.find(({ name }) => name.includes('AWS Lambda'));
    const workspace = new Workspace(memoryFileSystem(parseExample(lambda?.files ?? '').files), await grammars);
    expect(await workspace.ask((files) => deploymentRoots(files))).toEqual([]);
    expect(await workspace.ask((files) => documentAt(files, 'src/lambda_function.py', 'python')?.kind)).toBe('python');
  });
});
