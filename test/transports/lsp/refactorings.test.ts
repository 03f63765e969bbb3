import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver/node';
import { modernEditor, plainEditor } from '../../support/lspClient.ts';
import { at, folder, started, wholeFile } from './fixture.ts';

const vercelJson = at('vercel.json');
const builds =
  '{\n  "builds": [{ "src": "main.py", "use": "@vercel/python" }],\n  "routes": [{ "src": "/(.*)", "dest": "main.py" }]\n}\n';
const project = {
  'vercel.json': builds,
  'requirements.txt': 'fastapi\n',
  'runtime.txt': '3.13.1\n',
  'main.py': 'import os\napp = 1\n',
};
const reviewing: ClientCapabilities = {
  ...modernEditor,
  workspace: {
    ...modernEditor.workspace,
    workspaceEdit: { ...modernEditor.workspace?.workspaceEdit, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: {
    ...modernEditor.textDocument,
    codeAction: { ...modernEditor.textDocument?.codeAction, disabledSupport: true },
  },
};
const asked = { diagnostics: [], only: ['refactor'] };

interface Result {
  readonly edit?: WorkspaceEdit;
  readonly reasons: readonly string[];
}

describe('refactorings in the menu', () => {
  it('convert `builds`, and ask before they do', async () => {
    const client = await started(project, { capabilities: reviewing });
    await client.open(vercelJson, builds);
    const [action, ...more] = await client.codeActions(vercelJson, wholeFile, asked);
    expect(more).toEqual([]);
    expect(action).toMatchObject({ title: 'Convert `builds` to zero configuration', kind: 'refactor.rewrite' });
    expect(action?.edit?.changeAnnotations).toEqual({
      'step 1': {
        label: 'Convert `builds` to zero configuration',
        description: expect.stringContaining('The fastapi preset serves every path.'),
        needsConfirmation: true,
      },
    });
    expect(action?.edit?.documentChanges).toMatchObject([
      { textDocument: { uri: vercelJson, version: 1 }, edits: [{ annotationId: 'step 1' }] },
    ]);
    await client.apply(action?.edit);
    expect(client.document(vercelJson).getText()).toBe('{\n  "framework": "fastapi"\n}\n');
    expect(await client.codeActions(vercelJson, wholeFile, asked)).toEqual([]);
  });

  it('are plain edits for an editor that shows none first', async () => {
    const client = await started(project, { capabilities: plainEditor });
    await client.open(vercelJson, builds);
    const [action] = await client.codeActions(vercelJson, wholeFile, asked);
    expect(action?.edit).toEqual({
      changes: { [vercelJson]: [{ range: expect.anything(), newText: 'framework": "fastapi"' }] },
    });
  });

  it('say why they cannot be taken, to an editor that shows it and a person who asks', async () => {
    const other = builds.replaceAll('main.py', 'handler.py');
    const files = { ...project, 'vercel.json': other, 'handler.py': 'app = 1\n' };
    const client = await started(files, { capabilities: reviewing });
    await client.open(vercelJson, other);
    expect(await client.codeActions(vercelJson, wholeFile, asked)).toEqual([
      {
        title: 'Convert `builds` to zero configuration',
        kind: 'refactor.rewrite',
        disabled: { reason: 'Without `builds` Vercel serves main.py instead of handler.py.' },
      },
    ]);
    const silent = await started(files);
    await silent.open(vercelJson, other);
    expect(await silent.codeActions(vercelJson, wholeFile, asked)).toEqual([]);
  });

  it('do not light the bulb, and are there for who opens it', async () => {
    const client = await started(project);
    await client.open(at('main.py'), project['main.py']);
    const kinds = async (triggerKind: 1 | 2) =>
      (await client.codeActions(at('main.py'), wholeFile, { diagnostics: [], triggerKind })).map(({ title }) => title);
    expect(await kinds(2)).toEqual([]);
    expect(await kinds(1)).toEqual(['Add temporary import logging']);
  });

  it('replace runtime.txt with what Vercel reads, where the client can', async () => {
    const client = await started(project, { capabilities: reviewing });
    await client.open(at('runtime.txt'), '3.13.1\n');
    const [action] = await client.codeActions(at('runtime.txt'), wholeFile, asked);
    expect(action?.title).toBe('Replace runtime.txt by .python-version with 3.13');
    expect(action?.edit?.documentChanges).toEqual([
      { kind: 'create', uri: at('.python-version'), options: { overwrite: false }, annotationId: 'step 1' },
      {
        textDocument: { uri: at('.python-version'), version: null },
        edits: [{ range: emptyRange, newText: '3.13\n', annotationId: 'step 1' }],
      },
      { kind: 'delete', uri: at('runtime.txt'), options: { ignoreIfNotExists: true }, annotationId: 'step 1' },
    ]);
    const plain = await started(project, { capabilities: plainEditor });
    await plain.open(at('runtime.txt'), '3.13.1\n');
    expect(await plain.codeActions(at('runtime.txt'), wholeFile, asked)).toEqual([]);
  });

  it('add temporary logging to an entrypoint and take it out again, byte for byte', async () => {
    const text = '"""Doc."""\r\nimport os\r\napp = 1';
    const client = await started({ ...project, 'main.py': text, 'other.py': 'import os\n' });
    await client.open(at('main.py'), text);
    const [add] = await client.codeActions(at('main.py'), wholeFile, asked);
    expect(add?.title).toBe('Add temporary import logging');
    await client.apply(add?.edit);
    expect(client.document(at('main.py')).getText()).toContain(
      '_preflight_log("before import os")  # preflight: temporary\r\n',
    );
    const [remove, ...more] = await client.codeActions(at('main.py'), wholeFile, asked);
    expect([remove?.title, more]).toEqual(['Remove temporary import logging', []]);
    await client.apply(remove?.edit);
    expect(client.document(at('main.py')).getText()).toBe(text);
    await client.open(at('other.py'), 'import os\n');
    expect(await client.codeActions(at('other.py'), wholeFile, asked)).toEqual([]);
  });

  it('leave a file alone that is in no project', async () => {
    const client = await started({ 'main.py': 'import os\napp = 1\n' });
    await client.open(at('main.py'), 'import os\napp = 1\n');
    expect(await client.codeActions(at('main.py'), wholeFile, asked)).toEqual([]);
  });
});

describe('vercelPreflight/refactor', () => {
  const refactor = (client: Awaited<ReturnType<typeof started>>, what: string, uri: string) =>
    client.request<Result>('vercelPreflight/refactor', { what, uri });

  it('modernises a root in two steps, each confirmed by itself', async () => {
    const client = await started(project, { capabilities: reviewing });
    const { edit, reasons } = await refactor(client, 'modernise', folder);
    expect(reasons).toEqual([]);
    expect(Object.values(edit?.changeAnnotations ?? {}).map(({ label }) => label)).toEqual([
      'Convert `builds` to zero configuration',
      'Replace runtime.txt by .python-version with 3.13',
    ]);
    expect(edit?.documentChanges).toHaveLength(4);
  });

  it('does what it can, and says why the rest stays', async () => {
    const client = await started({ ...project, 'vercel.json': builds.replaceAll('main.py', 'gone.py') });
    const { edit, reasons } = await refactor(client, 'modernise', folder);
    expect(reasons).toEqual(['`gone.py` in `builds` matches no file.']);
    expect(edit?.documentChanges).toHaveLength(3);
    const modern = await started({ 'vercel.json': '{}' });
    expect(await refactor(modern, 'modernise', folder)).toEqual({ reasons: [] });
  });

  it('adds and removes temporary logging, or says why not', async () => {
    const client = await started({ ...project, 'other.py': 'x = 1\n', 'broken.py': '(' });
    const uri = at('main.py');
    await client.open(uri, project['main.py']);
    expect(await refactor(client, 'removeTemporaryLogging', uri)).toEqual({ reasons: ['The file has no such lines.'] });
    await client.apply((await refactor(client, 'addTemporaryLogging', uri)).edit);
    expect(await refactor(client, 'addTemporaryLogging', uri)).toEqual({ reasons: ['The lines are there already.'] });
    await client.apply((await refactor(client, 'removeTemporaryLogging', uri)).edit);
    expect(client.document(uri).getText()).toBe(project['main.py']);
    expect(await refactor(client, 'addTemporaryLogging', at('other.py'))).toEqual({
      reasons: ['The file is no entrypoint of the deployment.'],
    });
    await client.change(uri, [{ text: 'app = (' }]);
    expect((await refactor(client, 'addTemporaryLogging', uri)).reasons).toEqual([
      expect.stringContaining('does not parse'),
    ]);
    expect((await refactor(client, 'addTemporaryLogging', 'file:///elsewhere/x.py')).reasons).toHaveLength(1);
  });
});

const emptyRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
