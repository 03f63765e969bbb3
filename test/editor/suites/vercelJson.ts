import {
  type CompletionList,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  Range,
  type TextEditor,
} from 'vscode';
import { quickFixesAt } from '../support/codeActions.ts';
import { diagnosticsOf, ruleOf, untilRule } from '../support/diagnostics.ts';
import { expectContains, expectEqual, expectTrue } from '../support/expect.ts';
import { broken, open, positionOf, restore } from '../support/workspace.ts';

const uri = broken('vercel.json');

async function write(text: string): Promise<TextEditor> {
  const editor = await open(uri);
  const { document } = editor;
  const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  expectTrue(await editor.edit((edit) => edit.replace(whole, text)), 'the text could not be replaced');
  return editor;
}

const limit = 20_000;

/** Waits, event by event, until the problems of the file are as asked. */
function until(holds: () => boolean, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!holds()) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const all = () => languages.getDiagnostics(uri).map(({ source, message }) => `${source}: ${message}`);
    const subscription = languages.onDidChangeDiagnostics(check);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`${what}: still [${all().join(' | ')}] after ${limit} ms`));
    }, limit);
    check();
  });
}

const fromJson = () => languages.getDiagnostics(uri).filter(({ source }) => source === 'json');
const ours = () => diagnosticsOf(uri).map(ruleOf);

suite('vercel.json', () => {
  teardown(restore);

  test('its keys are completed, each once', async () => {
    const editor = await write('{\n  "functions": { "api_handler.py": { "" } }\n}\n');
    const at = positionOf(editor, '"" }').translate(0, 1);
    const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expectEqual(labels.filter((label) => label === 'maxDuration').length, 1, `maxDuration in [${labels.join(', ')}]`);
  });

  test('a cron job is explained in words, with its next runs', async () => {
    const editor = await write('{\n  "crons": [{ "path": "/api/sync", "schedule": "0 5 * * 1-5" }]\n}\n');
    const at = positionOf(editor, '5 * *');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
    const shown = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join();
    expectContains(shown, 'At 05:00 UTC from Monday to Friday.');
    expectContains(shown, 'Next runs (UTC)');
  });

  test('what only we know is reported, and what the editor says as well is said once', async () => {
    await write('{\n  "cleanUrls": "yes"\n}\n');
    await untilRule(uri, 'vercel-json-schema');
    await write('{\n  "cleanUrls": true,\n}\n');
    await until(() => fromJson().length > 0 && !ours().includes('vercel-json-syntax'), 'one report of the comma');
    const [comma] = fromJson();
    expectTrue(comma, 'the editor reports the comma');
    const titles = (await quickFixesAt(uri, comma)).map(({ title }) => title);
    expectTrue(titles.includes('Remove the comma'), `our fix is not among [${titles.join(' | ')}]`);
    await write('{\n  "cleanUrls": true\n}\n');
    await until(() => fromJson().length === 0 && !ours().includes('vercel-json-syntax'), 'no report');
  });
});
