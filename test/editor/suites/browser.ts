/** What a worker lacks: everything that needs a process or the network. It is not there, rather than broken. */
import { commands, extensions, tasks } from 'vscode';
import { untilRule } from '../support/diagnostics.ts';
import { expectEqual } from '../support/expect.ts';
import { broken, open, restore } from '../support/workspace.ts';

suite('a browser', () => {
  teardown(restore);

  test('has no command that needs a process', async () => {
    await open(broken('runtime.txt'));
    await untilRule(broken('runtime.txt'), 'runtime-txt-not-read');
    const { contributes } =
      extensions.getExtension('vercel-python-preflight.vercel-python-preflight')?.packageJSON ?? {};
    const named: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    // The editor knows a command that is only contributed; what nobody registered fails when it is called.
    const missing: string[] = [];
    for (const command of named.filter((one) => /deploy|rollBack|compareEnvironment/i.test(one))) {
      await commands.executeCommand(command).then(undefined, () => missing.push(command));
    }
    expectEqual(
      missing.sort().map((command) => command.split('.')[1]),
      ['checkDeployment', 'compareEnvironment', 'deployPreview', 'deployProduction', 'rollBack'],
      'commands that are not there',
    );
    const shown = contributes.menus.commandPalette.filter(({ command }: { command: string }) =>
      missing.includes(command),
    );
    const guarded = shown.filter(({ when }: { when: string }) => when.includes('vercelPreflight.hasProcesses'));
    expectEqual(guarded.length, missing.length, 'commands that the palette hides');
  });

  test('has no task that would deploy', async () => {
    expectEqual((await tasks.fetchTasks({ type: 'vercel-preflight' })).length, 0, 'tasks');
  });
});
