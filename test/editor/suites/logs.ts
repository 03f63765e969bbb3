import { commands, env, type TextDocument, window, workspace } from 'vscode';
import { apply, quickFix } from '../support/codeActions.ts';
import { untilNoRule, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectLacks, expectTrue } from '../support/expect.ts';
import { untilTab } from '../support/tabs.ts';
import { broken, closeUntitled, open, restore } from '../support/workspace.ts';

/** What the runtime of old said of the handler in api_handler.py. */
const crash = `Traceback (most recent call last):
  File "/var/task/vc__handler__python.py", line 213, in <module>
    if not issubclass(base, BaseHTTPRequestHandler):
TypeError: issubclass() arg 1 must be a class
Python process exited with exit status: 1.
`;

suite('deployment logs', () => {
  teardown(async () => {
    await closeUntitled();
    await restore();
  });

  test('a paste that nobody saved has its squiggle on the line that says it', async () => {
    const { uri } = await paste();
    const problem = await untilRule(uri, 'handler-not-a-class');
    expectEqual(problem.range.start.line, 3, 'the line of the squiggle');
    const [place] = problem.relatedInformation ?? [];
    expectEqual(place?.location.uri.toString(), broken('api_handler.py').toString(), 'the file it comes from');
  });

  test('its quick fix changes the file of the project', async () => {
    const file = broken('api_handler.py');
    const { document } = await open(file);
    await untilRule(file, 'handler-wrapper-function');
    const { uri } = await paste();
    const problem = await untilRule(uri, 'handler-not-a-class');
    await apply(await quickFix(uri, problem, /Serve `app` directly/));
    expectLacks(document.getText(), 'def handler');
    await untilNoRule(file, 'handler-wrapper-function');
  });

  test('the problem in the project leads back to the line of the log', async () => {
    const { uri } = await paste();
    await untilRule(uri, 'handler-not-a-class');
    const file = broken('api_handler.py');
    await open(file);
    const problem = await untilRule(file, 'handler-wrapper-function');
    const { command } = await quickFix(file, problem, /^Show the line of the deployment log/);
    expectTrue(command, 'it has no command');
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = window.activeTextEditor;
    expectEqual(editor?.document.uri.toString(), uri.toString(), 'the document in front');
    expectEqual(editor?.selection.start.line, 3, 'the selected line');
  });

  test('`Explain deployment log` opens the page of the log in front', async () => {
    const { uri } = await paste();
    await untilRule(uri, 'handler-not-a-class');
    await commands.executeCommand('vercelPreflight.explainLog');
    await untilTab('Deployment log');
  });

  test('`Explain deployment log` takes a text in front that is not yet known as a log', async () => {
    const { uri } = await paste('plaintext');
    await explainWhatIsOffered();
    await untilTab('Deployment log');
    await untilRule(uri, 'handler-not-a-class');
  });

  test('`Explain deployment log` takes the clipboard', async () => {
    await env.clipboard.writeText(crash);
    await explainWhatIsOffered();
    await untilTab('Deployment log');
    const log = workspace.textDocuments.find(({ languageId, isClosed }) => languageId === 'vercel-log' && !isClosed);
    expectTrue(log, 'no log is open');
    expectContains(log.getText(), 'issubclass() arg 1 must be a class');
  });
});

/** Takes the first thing in the list, which nothing tells when it is on screen. */
async function explainWhatIsOffered(): Promise<void> {
  let done = false;
  const explaining = Promise.resolve(commands.executeCommand('vercelPreflight.explainLog')).then(() => {
    done = true;
  });
  while (!done) {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await explaining;
}

async function paste(language = 'vercel-log'): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content: crash });
  await window.showTextDocument(document, { preview: false });
  return document;
}
