import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import { connect, modernEditor } from '../../support/lspClient.ts';
import { allRules, at, encodingRule, folder, runtimeOver, started, wholeFile } from './fixture.ts';

const runtimeTxt = at('runtime.txt');
const mending = (actions: readonly CodeAction[]) => actions.filter(({ title }) => !title.startsWith('Ignore '));
const titles = (actions: readonly CodeAction[]) => mending(actions).map(({ title }) => title);

describe('quick fixes', () => {
  it('belong to their diagnostic; the first one is preferred, being safe', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9\n');
    const diagnostics = await client.diagnostics(runtimeTxt);
    const context = { diagnostics, only: ['quickfix'] };
    const actions = await client.codeActions(runtimeTxt, wholeFile, context);
    expect(mending(actions)).toEqual([
      {
        title: 'Remove `python-`',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics,
        edit: {
          documentChanges: [
            {
              textDocument: { uri: runtimeTxt, version: 1 },
              edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } }, newText: '' }],
            },
          ],
        },
      },
      expect.objectContaining({ title: 'Remove everything', kind: 'quickfix', diagnostics }),
    ]);
    expect(actions[1]).not.toHaveProperty('isPreferred');
    await client.apply(actions[0]?.edit);
    expect(client.document(runtimeTxt).getText()).toBe('3.9\n');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
  });

  it('are those of problems that the range touches', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    const caret = (character: number) => ({ start: { line: 0, character }, end: { line: 0, character } });
    const context = { diagnostics: [], only: ['quickfix'] };
    expect(mending(await client.codeActions(runtimeTxt, caret(7), context))).toHaveLength(2);
    expect(await client.codeActions(runtimeTxt, caret(8), context)).toHaveLength(0);
  });

  it('carry the version of the text they were made for', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    await client.change(runtimeTxt, [{ text: ' python-3.9' }]);
    const [action] = await client.codeActions(runtimeTxt, wholeFile);
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 2 } }]);
  });

  it.each([
    ['a client that creates files', modernEditor, ['Create `.python-version`']],
    ['another one', without('create'), []],
  ])('create files for %s', async (_title, capabilities, expected) => {
    const client = await started({ 'vercel.json': '{}' }, { capabilities });
    await client.open(at('vercel.json'), '{}');
    const actions = await client.codeActions(at('vercel.json'), wholeFile, { diagnostics: [], only: ['quickfix'] });
    expect(titles(actions)).toEqual(expected);
    if (expected.length === 0) return;
    const uri = at('.python-version');
    expect(actions[0]?.edit?.documentChanges).toEqual([
      { kind: 'create', uri, options: { overwrite: false } },
      { textDocument: { uri, version: null }, edits: [{ range: emptyRange, newText: '3.12\n' }] },
    ]);
  });

  it('write a file anew to change its encoding', async () => {
    const client = connect({
      ...runtimeOver({}, [encodingRule]),
      fileSystem: () => ({
        list: async (directory) =>
          directory ? [] : ['vercel.json', 'runtime.txt'].map((name) => ({ name, kind: 'file' })),
        read: async (path) => ({
          text: path === 'vercel.json' ? '{}' : '3.9',
          encoding: path === 'vercel.json' ? 'utf-8' : 'utf-16le',
        }),
      }),
    });
    await client.start({ folders: [folder] });
    await client.open(runtimeTxt, '3.9');
    const [action] = await client.codeActions(runtimeTxt, wholeFile);
    expect(action?.edit?.documentChanges).toEqual([
      { kind: 'create', uri: runtimeTxt, options: { overwrite: true } },
      { textDocument: { uri: runtimeTxt, version: null }, edits: [{ range: emptyRange, newText: '3.9' }] },
    ]);
    const all = await client.request('vercelPreflight/fixAll', {});
    expect(all).toEqual({ edit: action?.edit, fixed: 1, left: 0 });
  });
});

describe('what silences a problem', () => {
  const ignoring = async (files: Record<string, string>, options = {}) => {
    const client = await started({ 'vercel.json': '{}', ...files }, options);
    await client.open(runtimeTxt, 'python-3.9\n');
    const context = { diagnostics: await client.diagnostics(runtimeTxt), only: ['quickfix'] };
    const actions = await client.codeActions(runtimeTxt, wholeFile, context);
    return { client, actions: actions.filter(({ title }) => title.startsWith('Ignore ')) };
  };

  it('is written into a new configuration file', async () => {
    const { actions } = await ignoring({});
    expect(actions.map(({ title }) => title)).toEqual([
      'Ignore runtime-prefix in runtime.txt of this project (.vercel-preflight.toml)',
      'Ignore runtime-prefix in this project (.vercel-preflight.toml)',
    ]);
    const uri = at('.vercel-preflight.toml');
    const newText = '[rules]\nruntime-prefix = "off"\n';
    expect(actions[1]?.edit?.documentChanges).toEqual([
      { kind: 'create', uri, options: { overwrite: false } },
      { textDocument: { uri, version: null }, edits: [{ range: emptyRange, newText }] },
    ]);
    expect(actions[1]?.diagnostics).toHaveLength(1);
  });

  it('is merged into the one that is there, and then holds, unsaved as it is', async () => {
    const uri = at('.vercel-preflight.toml');
    const { client } = await ignoring({ '.vercel-preflight.toml': '' });
    await client.open(uri, '[rules]\n# why\n');
    const actions = await client.codeActions(runtimeTxt, wholeFile);
    await client.apply(actions.find(({ title }) => title.includes('in this project'))?.edit);
    expect(client.document(uri).getText()).toBe('[rules]\nruntime-prefix = "off"\n# why\n');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
  });

  it('is not offered to a client that cannot create the file', async () => {
    expect((await ignoring({}, { capabilities: without('create') })).actions).toEqual([]);
    expect(
      (await ignoring({ '.vercel-preflight.toml': '' }, { capabilities: without('create') })).actions,
    ).toHaveLength(2);
  });
});

describe('the page of a rule', () => {
  it('is offered to a client that says how it shows one', async () => {
    const explain = async (initializationOptions: unknown) => {
      const client = await started({ 'vercel.json': '{}' }, { initializationOptions });
      await client.open(runtimeTxt, 'python-3.9 xx');
      const actions = await client.codeActions(runtimeTxt, wholeFile, { diagnostics: [], only: ['quickfix'] });
      return { actions: actions.filter(({ command }) => command) };
    };
    expect((await explain({})).actions).toEqual([]);
    expect((await explain({ clientCommands: 3 })).actions).toEqual([]);
    const { actions } = await explain({ clientCommands: ['vercelPreflight.explainRule'] });
    const command = 'vercelPreflight.explainRule';
    expect(actions).toEqual(
      ['runtime-prefix', 'doubled-letter'].map((name) => ({
        title: `Explain ${name}`,
        kind: 'quickfix',
        diagnostics: [],
        command: { title: `Explain ${name}`, command, arguments: [name] },
      })),
    );
  });

  it('is made by the server, for every rule that it lists', async () => {
    const client = await started({});
    const rules = await client.request<{ name: string }[]>('vercelPreflight/rules', {});
    expect(rules.map(({ name }) => name)).toEqual(allRules.map(({ name }) => name));
    for (const { name } of rules) {
      const page = await client.request<{ markdown: string }>('vercelPreflight/explainRule', { rule: name });
      expect(page.markdown).toMatch(new RegExp(`^# ${name}\n`));
    }
    expect(await client.request('vercelPreflight/explainRule', { rule: 'nothing' })).toBeNull();
  });
});

describe('source.fixAll', () => {
  it.each([['source.fixAll.vercelPreflight'], ['source.fixAll'], ['source']])(
    'answers %s to a fixed point',
    async (kind) => {
      const client = await started({ 'vercel.json': '{}' });
      await client.open(runtimeTxt, 'python-3.9\nxxxx\n');
      const actions = await client.codeActions(runtimeTxt, wholeFile, { diagnostics: [], only: [kind] });
      expect(actions.map((action) => action.kind)).toEqual(['source.fixAll.vercelPreflight']);
      await client.apply(actions[0]?.edit);
      expect(client.document(runtimeTxt).getText()).toBe('3.9\nx\n');
    },
  );

  it('changes nothing but its document, and is not offered for nothing', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(at('vercel.json'), '{}');
    const only = ['source.fixAll'];
    expect(await client.codeActions(at('vercel.json'), wholeFile, { diagnostics: [], only })).toEqual([]);
  });

  it('is not worked out for a movement of the caret, and stands behind the fixes', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    const fixes = ['Remove `python-`', 'Remove everything'];
    const automatic = await client.codeActions(runtimeTxt, wholeFile, { diagnostics: [], triggerKind: 2 });
    expect(titles(automatic)).toEqual(fixes);
    const invoked = await client.codeActions(runtimeTxt, wholeFile, { diagnostics: [], triggerKind: 1 });
    expect(titles(invoked)).toEqual([
      ...fixes,
      'Fix all safe problems of this file',
      'Replace runtime.txt by .python-version with 3.12',
    ]);
  });
});

describe('fixAll', () => {
  it('fixes every root with one edit, to a fixed point', async () => {
    const client = await started({
      'a b/vercel.json': '{}',
      'a b/runtime.txt': 'python-3.9\nxxx\n',
      'c\u00e9/vercel.json': '{}',
      'c\u00e9/.python-version': '3.12',
      'c\u00e9/runtime.txt': '3.9\n',
      'elsewhere/runtime.txt': 'python-3.9\n',
    });
    await client.open(at('c%C3%A9/runtime.txt'), 'python-3.9\n');
    const result = await client.request('vercelPreflight/fixAll', {});
    expect(result).toEqual({
      fixed: 4,
      left: 0,
      edit: {
        documentChanges: expect.arrayContaining([
          { kind: 'create', uri: at('a%20b/.python-version'), options: { overwrite: false } },
          {
            textDocument: { uri: at('a%20b/.python-version'), version: null },
            edits: [{ range: emptyRange, newText: '3.12\n' }],
          },
          {
            textDocument: { uri: at('a%20b/runtime.txt'), version: null },
            edits: [deletion(0, 0, 7), deletion(1, 1, 3)],
          },
          { textDocument: { uri: at('c%C3%A9/runtime.txt'), version: 1 }, edits: [deletion(0, 0, 7)] },
        ]),
      },
    });
  });

  it('fixes one document, and counts what it leaves', async () => {
    const client = await started(
      { 'vercel.json': '{}', 'runtime.txt': 'python-3.9' },
      { capabilities: without('create') },
    );
    expect(await client.request('vercelPreflight/fixAll', { uri: runtimeTxt })).toMatchObject({ fixed: 1, left: 0 });
    expect(await client.request('vercelPreflight/fixAll', { uri: at('vercel.json') })).toEqual({
      edit: { documentChanges: [] },
      fixed: 0,
      left: 1,
    });
    expect(await client.request('vercelPreflight/fixAll', { uri: 'untitled:x' })).toMatchObject({ fixed: 0, left: 0 });
    expect(await client.request('vercelPreflight/fixAll', {})).toMatchObject({ fixed: 1, left: 1 });
  });

  it('comes to an end with fixes that undo each other', async () => {
    const [prefix] = allRules;
    if (!prefix) throw new Error('there is a rule');
    const back = {
      ...prefix,
      name: 'prefix-missing',
      *check({ text }: { text: string }) {
        if (text.startsWith('python-')) return;
        const span = { start: 0, end: 0 };
        const fix = { title: 'Add it', safety: 'safe', edits: [{ span, newText: 'python-' }] } as const;
        yield { span, message: 'No prefix.', fixes: [fix] };
      },
    };
    const client = connect(
      runtimeOver(
        {
          [folder]: new Map([
            ['vercel.json', '{}'],
            ['runtime.txt', 'python-3'],
          ]),
        },
        [prefix, back as never],
      ),
    );
    await client.start({ folders: [folder] });
    expect(await client.request('vercelPreflight/fixAll', {})).toMatchObject({ fixed: 10, left: 1 });
  });
});

const emptyRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function deletion(line: number, from: number, to: number) {
  return { range: { start: { line, character: from }, end: { line, character: to } }, newText: '' };
}

function without(operation: string): ClientCapabilities {
  const resourceOperations = modernEditor.workspace?.workspaceEdit?.resourceOperations?.filter(
    (kind) => kind !== operation,
  );
  return {
    ...modernEditor,
    workspace: { ...modernEditor.workspace, workspaceEdit: { documentChanges: true, resourceOperations } },
  };
}
