import { describe, expect, it } from 'vitest';
import type { CompletionItem, DocumentLink, Hover, Position } from 'vscode-languageserver/node';
import type { LspClient, StartOptions } from '../../support/lspClient.ts';
import { connect, modernEditor } from '../../support/lspClient.ts';
import { at, folder, runtimeOver, started } from './fixture.ts';

const uri = at('vercel.json');
const flask = { 'requirements.txt': 'flask\n', 'main.py': 'from flask import Flask\napp = Flask(__name__)\n' };

const snippetEditor = {
  ...modernEditor,
  textDocument: { ...modernEditor.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

/** A client with vercel.json open, and the place of `|` in it. */
async function opened(json: string, options: StartOptions = {}) {
  const client = await started({ 'vercel.json': '{}', ...flask }, options);
  const text = json.replace('|', '');
  await client.open(uri, text);
  const before = json.slice(0, json.indexOf('|')).split('\n');
  return { client, where: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

/** As our own client says it where the editor knows the schema. */
const known = { editorKnowsSchema: true };

async function completions(json: string, options?: StartOptions, more?: object): Promise<CompletionItem[]> {
  const { client, where } = await opened(json, options);
  return complete(client, where, more);
}

function complete(client: LspClient, position: Position, more?: object): Promise<CompletionItem[]> {
  return client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position, ...more });
}

async function hover(json: string, more?: object): Promise<string> {
  const { client, where } = await opened(json);
  const params = { textDocument: { uri }, position: where, ...more };
  const found = await client.request<Hover | null>('textDocument/hover', params);
  return found ? (found.contents as { value: string }).value : '';
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

describe('completion in vercel.json', () => {
  it('has the keys that Vercel describes and those that it enforces, with what they mean', async () => {
    const items = await completions('{\n  "name": "x",\n  "|"\n}\n');
    expect(labels(items)).toEqual(expect.arrayContaining(['builds', 'functions', 'regions', 'crons', 'proxy']));
    expect(labels(items)).not.toContain('name');
    expect(items.find(({ label }) => label === 'crons')?.documentation).toMatchObject({
      value: expect.stringContaining('cron jobs'),
    });
    expect(new Set(labels(items)).size).toBe(items.length);
    expect(labels(await completions('{ "functions": { "main.py": { "|" } } }'))).toEqual(
      expect.arrayContaining(['maxDuration', 'memory', 'excludeFiles']),
    );
  });

  it('has the words of a value, those about Python first', async () => {
    const items = await completions('{ "framework": | }');
    expect(labels(items).slice(0, 5).sort()).toEqual(['django', 'fastapi', 'fasthtml', 'flask', 'python']);
    expect(labels(items)).toContain('nextjs');
  });

  it('has the files that the deployment knows', async () => {
    const items = await completions('{ "functions": { "|" } }');
    expect(labels(items)).toEqual(['main.py']);
    expect(labels(await completions('{ "builds": [{ "src": "|" }] }'))).toEqual(['main.py']);
  });

  it('fills in places only where the editor can', async () => {
    const text = async (options?: StartOptions) => {
      const [item] = await completions('{ "functions": { "|" } }', options);
      return { newText: item?.textEdit?.newText, format: item?.insertTextFormat };
    };
    expect(await text()).toEqual({ newText: '"main.py": {}', format: undefined });
    expect(await text({ capabilities: snippetEditor })).toEqual({ newText: '"main.py": {$1}', format: 2 });
    const items = await completions('{ | }');
    expect(items.filter(({ textEdit }) => /\$(?!schema)/.test(textEdit?.newText ?? ''))).toEqual([]);
    expect(items.every(({ command }) => command === undefined)).toBe(true);
  });

  it('shows beside each what it is, where the editor can', async () => {
    const completionItem = { labelDetailsSupport: true };
    const textDocument = { ...modernEditor.textDocument, completion: { completionItem } };
    const capabilities = { ...modernEditor, textDocument };
    const iad1 = (items: readonly CompletionItem[]) => items.find(({ label }) => label === 'iad1');
    const found = iad1(await completions('{ "regions": ["|"] }', { capabilities }));
    expect(found?.labelDetails).toEqual({ description: 'Washington, D.C., USA' });
    expect(found?.detail).toBeUndefined();
    expect(iad1(await completions('{ "regions": ["|"] }'))?.detail).toBe('Washington, D.C., USA');
  });

  it('asks for the value behind a key where the editor can', async () => {
    const ask = 'editor.action.triggerSuggest';
    const options = { capabilities: snippetEditor, initializationOptions: { clientCommands: [ask] } };
    const items = await completions('{ | }', options);
    const commandOf = (name: string) => items.find(({ label }) => label === name)?.command?.command;
    expect([commandOf('cleanUrls'), commandOf('framework')]).toEqual([ask, ask]);
    const rules = await started({ '.vercel-preflight.toml': '' }, options);
    await rules.open(at('.vercel-preflight.toml'), '');
    const place = { textDocument: { uri: at('.vercel-preflight.toml') }, position: { line: 0, character: 0 } };
    const keys = await rules.request<CompletionItem[]>('textDocument/completion', place);
    expect(keys.find(({ label }) => label === 'fail-on')?.command?.command).toBe(ask);
    const renamed = await completions('{ "cle|": true }', options);
    expect(renamed.find(({ label }) => label === 'cleanUrls')?.command).toBeUndefined();
  });

  it('sets the comma that lacks', async () => {
    const items = await completions('{\n  "cleanUrls": true\n  "|"\n}\n');
    const crons = items.find(({ label }) => label === 'crons');
    const behind = { line: 1, character: 19 };
    expect(crons?.additionalTextEdits).toEqual([{ range: { start: behind, end: behind }, newText: ',' }]);
    expect(crons?.textEdit).toMatchObject({ newText: '"crons": []', range: { start: { line: 2, character: 2 } } });
  });

  it('leaves keys and words to an editor that knows them by `$schema`, and keeps what it cannot know', async () => {
    const schema = '"$schema": "https://openapi.vercel.sh/vercel.json"';
    expect(await completions(`{ ${schema}, "|" }`, {}, known)).toEqual([]);
    expect(labels(await completions(`{ ${schema}, "functions": { "|" } }`, {}, known))).toEqual(['main.py']);
    expect(labels(await completions(`{ ${schema}, "|" }`))).toContain('functions');
    expect(labels(await completions('{ "$schema": "https://example.com/other.json", "|" }'))).toContain('functions');
  });

  it('has what it knows itself where the library for schemas cannot be loaded, and says so once', async () => {
    const disk = { [folder]: new Map(Object.entries({ 'vercel.json': '{}', ...flask })) };
    const jsonLanguage = () => Promise.reject(new Error('no such file'));
    const client = connect(runtimeOver(disk, [], { jsonLanguage }));
    await client.start({ folders: [folder] });
    const json = '{ "functions": { "" } }';
    await client.open(uri, json);
    const where = { line: 0, character: json.indexOf('""') + 1 };
    expect(labels(await complete(client, where))).toEqual(['main.py']);
    expect(labels(await complete(client, where))).toEqual(['main.py']);
    expect(client.logs.filter((line) => line.includes('no such file'))).toHaveLength(1);
  });

  it.each(['|', '{ "functions": { "main.py": { "memory": 12|', '{ "a": [|', '[{ "|" }]'])(
    'never fails in %s',
    async (json) => {
      const { client, where } = await opened(json);
      expect(Array.isArray(await complete(client, where))).toBe(true);
      expect(client.logs).toEqual([]);
    },
  );
});

describe('hover in vercel.json', () => {
  it('explains keys', async () => {
    expect(await hover('{ "clean|Urls": true }')).toContain('extension');
    expect(await hover('{ "functions": { "main.py": { "max|Duration": 30 } } }')).toMatch(
      /Hobby plan[\s\S]*---[\s\S]*integer/,
    );
    expect(await hover('{ "unknown|Key": true }')).toBe('');
    expect(await hover('{ "framework": "fla|sk" }')).not.toContain('AUTO-GENERATED');
  });

  it('says when a cron job runs, also where the editor knows the schema', async () => {
    const json =
      '{ "$schema": "https://openapi.vercel.sh/vercel.json", "crons": [{ "path": "/", "schedule": "0 5| * * *" }] }';
    const shown = await hover(json, known);
    expect(shown).toMatch(/^At 05:00 UTC every day\.\n\n.*\n\nNext runs \(UTC\):\n\n(- .*05:00\n?){3}$/);
    expect(await hover('{ "$schema": "x", "clean|Urls": true }', known)).toBe('');
    expect(await hover('{ "$schema": "x", "clean|Urls": true }')).toContain('extension');
  });
});

describe('links', () => {
  it('lead from vercel.json to the files that it names', async () => {
    const client = await started({ 'vercel.json': '{}', ...flask });
    await client.open(uri, '{\n  "functions": { "main.py": { "memory": 128 } }\n}\n');
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    expect(links).toEqual([
      {
        range: { start: { line: 1, character: 18 }, end: { line: 1, character: 25 } },
        target: at('main.py'),
        tooltip: 'main.py',
      },
    ]);
  });
});
