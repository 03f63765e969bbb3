import { commands, env, extensions, l10n, workspace } from 'vscode';
import { diagnosticsOf, ruleOf, untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { tabs, untilReport } from '../support/tabs.ts';
import { broken, fileIn, open, restore } from '../support/workspace.ts';

suite('commands', () => {
  teardown(restore);

  test('`Verify deploy config` opens the report and fills Problems with files that nobody opened', async () => {
    await commands.executeCommand('vercelPreflight.verify');
    await untilReport();
    await untilRule(broken('runtime.txt'), 'runtime-txt-not-read');
    await untilRule(broken('api_handler.py'), 'handler-wrapper-function');
    await untilRule(broken('app/database.py'), 'pool-not-serverless');
    const open = workspace.textDocuments.filter(({ uri }) => workspace.getWorkspaceFolder(uri));
    expectEqual(open.length, 0, 'open files');
  });

  test('a second run replaces the report and doubles nothing', async () => {
    await commands.executeCommand('vercelPreflight.verify');
    await commands.executeCommand('vercelPreflight.verify');
    await untilReport();
    expectEqual(tabs().length, 1, 'tabs');
    const uri = broken('runtime.txt');
    await open(uri);
    await untilRule(uri, 'runtime-txt-not-read');
    const rules = diagnosticsOf(uri).map(ruleOf);
    expectEqual(rules.length, new Set(rules).size, `diagnostics of ${rules.join(', ')}`);
  });

  test('`Fix all safe problems` mends every file of every root', async () => {
    const names = [
      'runtime.txt',
      'vercel.json',
      'requirements.txt',
      'api_handler.py',
      'app/main.py',
      'app/database.py',
    ];
    // Opened, so that they are restored.
    for (const name of names) await open(broken(name));
    await open(fileIn('second backend', 'runtime.txt'));
    await commands.executeCommand('vercelPreflight.fixAll');
    const text = async (name: string) => (await workspace.openTextDocument(broken(name))).getText();
    expectContains(await text('runtime.txt'), '3.9.18');
    expectContains(await text('api_handler.py'), 'handler = Mangum(app)');
    expectContains(await text('app/database.py'), 'pool_size=1');
    await untilNoRule(broken('runtime.txt'), 'runtime-txt-unpinned');
    await untilNoRule(fileIn('second backend', 'runtime.txt'), 'runtime-txt-unpinned');
  });

  test('restarts asked for at the same time leave one working server', async () => {
    const uri = broken('runtime.txt');
    await open(uri);
    await untilRule(uri, 'runtime-txt-unpinned');
    await Promise.all([1, 2, 3].map(() => commands.executeCommand('vercelPreflight.restart')));
    await untilRule(uri, 'runtime-txt-unpinned');
    const rules = diagnosticsOf(uri).map(ruleOf);
    expectEqual(rules.length, new Set(rules).size, `diagnostics of ${rules.join(', ')}`);
  });

  test('titles and messages are those of package.nls.json and of the code where there is no translation', () => {
    const { contributes } =
      extensions.getExtension('vercel-python-preflight.vercel-python-preflight')?.packageJSON ?? {};
    const titles = contributes.commands.map(({ title }: { title: string | { value: string } }) =>
      typeof title === 'string' ? title : title.value,
    );
    expectTrue(titles.includes('Verify deploy config'), titles.join());
    expectEqual(titles.filter((title: string) => title.includes('%')).length, 0, 'untranslated titles');
    expectEqual(l10n.t('{0} errors', 2), '2 errors', 'a message');
  });

  test('`Copy debug information` names the versions and no content of a file', async () => {
    await commands.executeCommand('vercelPreflight.copyDebugInformation');
    const text = await env.clipboard.readText();
    expectContains(text, 'vercel-python-preflight');
    expectTrue(!text.includes('no answer'), text);
    expectTrue(!text.includes('create_engine'), 'it holds code of the user');
  });
});
