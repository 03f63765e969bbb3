import {
  type CompletionList,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  type Position,
  Range,
  type TextEditor,
  workspace,
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

/** Writes `text` without its `|`, and says where that stood. */
async function writeAt(text: string): Promise<Position> {
  const editor = await write(text.replace('|', ''));
  return editor.document.positionAt(text.indexOf('|'));
}

/** The labels of what is offered at `|`. */
async function labelsAt(text: string): Promise<string[]> {
  const at = await writeAt(text);
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
}

/** All that is shown over `|`. */
async function hoverAt(text: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, await writeAt(text));
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join();
}

function expectOnce(labels: readonly string[], label: string): void {
  expectEqual(labels.filter((one) => one === label).length, 1, `${label} in [${labels.join(', ')}]`);
}

const fromJson = () => languages.getDiagnostics(uri).filter(({ source }) => source === 'json' || source === undefined);
const ours = () => diagnosticsOf(uri).map(ruleOf);

suite('vercel.json', () => {
  // Nothing is completed before the server is there.
  suiteSetup(async () => {
    await write('{ "cleanUrls": "yes" }\n');
    await untilRule(uri, 'vercel-json-schema');
  });
  teardown(restore);

  test('its keys are completed, each once', async () => {
    const settings = await labelsAt('{\n  "functions": { "api_handler.py": { "|" } }\n}\n');
    expectOnce(settings, 'maxDuration');
    // Without a schema of any kind the editor would offer what the first job has.
    const job = '{ "path": "/api/sync", "schedule": "0 5 * * *" }';
    expectOnce(await labelsAt(`{\n  "crons": [${job}, { "|" }]\n}\n`), 'schedule');
    const root = await labelsAt('{\n  "|"\n}\n');
    for (const key of ['$schema', 'functions', 'regions']) expectOnce(root, key);
    for (const region of ['iad1', 'fra1']) expectOnce(await labelsAt('{ "regions": ["|"] }'), region);
  });

  test('a schema that the editor cannot load is replaced by ours', async () => {
    const head = '{\n  "$schema": "https://schema.invalid/vercel.json",\n';
    let labels: string[] = [];
    // An editor that may download schemas needs a while to find that it cannot.
    for (let tries = 0; tries < 40 && !labels.includes('functions'); tries++) {
      if (tries > 0) await new Promise((resolve) => setTimeout(resolve, 500));
      labels = await labelsAt(`${head}  "|"\n}\n`);
    }
    for (const key of ['functions', 'regions']) expectOnce(labels, key);
    expectContains(await hoverAt(`${head}  "clean|Urls": true\n}\n`), 'extension');
  });

  test('a schema that the editor knows is left to it', async () => {
    const file = broken('known.schema.json');
    const property = { type: 'boolean', description: 'As the editor knows it.' };
    const schema = JSON.stringify({ type: 'object', properties: { cleanUrls: property, functions: {} } });
    await workspace.fs.writeFile(file, new TextEncoder().encode(schema));
    try {
      const head = '{\n  "$schema": "./known.schema.json",\n';
      // What the schema refuses is reported by the editor: it has loaded it.
      await write(`${head}  "cleanUrls": 5\n}\n`);
      const isOnce = () => fromJson().length === 1 && !ours().includes('vercel-json-schema');
      await until(isOnce, 'one report, that of the editor');
      const labels = await labelsAt(`${head}  "|"\n}\n`);
      expectOnce(labels, 'cleanUrls');
      expectTrue(!labels.includes('regions'), `ours is among [${labels.join(', ')}]`);
      const schedules = await labelsAt(`${head}  "crons": [{ "schedule": "|" }]\n}\n`);
      expectTrue(schedules.includes('0 5 * * *'), `what no schema knows is not in [${schedules.join(', ')}]`);
      const shown = await hoverAt(`${head}  "clean|Urls": true\n}\n`);
      expectContains(shown, 'As the editor knows it');
      expectTrue(!shown.includes('extension'), `our hover is beside it: ${shown}`);
    } finally {
      await workspace.fs.delete(file);
    }
  });

  test('a key that was forgotten a comma before is completed with it', async () => {
    const editor = await write('{\n  "cleanUrls": true\n  "reg"\n}\n');
    const at = positionOf(editor, 'reg"').translate(0, 3);
    const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
    const regions = list.items.find(({ label }) => label === 'regions');
    expectEqual(regions?.additionalTextEdits?.[0]?.newText, ',', 'the edit beside it');
    expectEqual(regions?.command?.command, 'editor.action.triggerSuggest', 'what follows');
  });

  test('a cron job is explained in words, with its next runs', async () => {
    const shown = await hoverAt('{\n  "crons": [{ "path": "/api/sync", "schedule": "0 |5 * * 1-5" }]\n}\n');
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
