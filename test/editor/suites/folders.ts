import { type CodeAction, ConfigurationTarget, commands, languages, Range, workspace } from 'vscode';
import { diagnosticsOf, untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectEqual } from '../support/expect.ts';
import { broken, fileIn, open, restore } from '../support/workspace.ts';

suite('several workspace folders', () => {
  teardown(restore);

  test('each backend gets its own problems', async () => {
    for (const uri of [broken('runtime.txt'), fileIn('second backend', 'runtime.txt')]) {
      await open(uri);
      await untilRule(uri, 'runtime-txt-unpinned');
    }
  });

  test('a rule can be switched off in one folder', async () => {
    const [here, there] = [broken('runtime.txt'), fileIn('second backend', 'runtime.txt')];
    await open(here);
    await open(there);
    await untilRule(there, 'runtime-txt-unpinned');
    const rules = workspace.getConfiguration('vercelPreflight', there);
    await rules.update('rules', { 'runtime-txt-unpinned': 'off' }, ConfigurationTarget.WorkspaceFolder);
    try {
      await untilNoRule(there, 'runtime-txt-unpinned');
      await untilRule(here, 'runtime-txt-unpinned');
    } finally {
      await rules.update('rules', undefined, ConfigurationTarget.WorkspaceFolder);
    }
    await untilRule(there, 'runtime-txt-unpinned');
  });

  test('an AWS Lambda project with Mangum stays silent', async () => {
    const lambda = fileIn('lambda', 'handler.py');
    await open(lambda);
    const other = broken('runtime.txt');
    await open(other);
    // The server answers in order: when it has spoken about the later file, it has nothing to say about this one.
    await untilRule(other, 'runtime-txt-unpinned');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      lambda,
      new Range(0, 0, 100, 0),
      'quickfix',
    );
    expectEqual(
      actions.map(({ title }) => title),
      [],
      'quick fixes',
    );
    expectEqual(diagnosticsOf(lambda).length, 0, 'diagnostics');
    const silent = languages.getDiagnostics().filter(([uri]) => uri.path.includes('/lambda/'));
    expectEqual(silent.flatMap(([, found]) => found).length, 0, 'diagnostics in the folder');
  });
});
