import { describe, expect, it } from 'vitest';
import type { DocumentLink, DocumentSymbol, FoldingRange, Hover } from 'vscode-languageserver/node';
import { rules } from '../../../server/src/rules/index.ts';
import type { ExplainOutputResult } from '../../../server/src/transports/lsp/logs/outputProtocol.ts';
import {
  connect,
  type LspClient,
  plainEditor,
  pushedEditor,
  type StartOptions,
  until,
} from '../../support/lspClient.ts';
import { at, folder, runtimeOver, wholeFile } from './fixture.ts';

const log = at('build.vercel.log');
const paste = 'untitled:Untitled-1';

/** A build that stops because the file binds no application. */
const noAppLog = [
  '19:40:03.395 Running build in Washington, D.C., USA (East) – iad1',
  '19:40:03.547 Cloning github.com/lantern-labs/orchard-api (Branch: main, Commit: 4f0c2aa)',
  '19:40:04.382 Running "vercel build"',
  '19:40:04.793 Vercel CLI 50.34.0',
  '19:40:05.020 Installing required dependencies from requirements.txt...',
  '19:40:05.310 Error: Could not find a top-level "app", "application", or "handler" in "api/index.py".',
  '',
].join('\n');

const noApplication = {
  'vercel.json': '{}\n',
  'requirements.txt': 'fastapi==0.115.0\n',
  'api/index.py': 'from fastapi import FastAPI\n\nserver = FastAPI()\n',
};

const traceback = [
  'Traceback (most recent call last):',
  '  File "/var/task/_vendor/starlette/routing.py", line 3, in run',
  '    handle()',
  '  File "/var/task/api/index.py", line 3, in <module>',
  '    os.makedirs("cache")',
  "OSError: [Errno 30] Read-only file system: 'cache'",
  'Python process exited with exit status: 1.',
  '',
].join('\n');

async function started(files: Record<string, string>, options: StartOptions = {}): Promise<LspClient> {
  const client = connect(runtimeOver({ [folder]: new Map(Object.entries(files)) }, rules));
  await client.start({ folders: [folder], ...options });
  return client;
}

async function opened(text: string, files: Record<string, string> = noApplication, uri = log): Promise<LspClient> {
  const client = await started(files);
  await client.open(uri, text, 'vercel-log');
  return client;
}

const caret = (line: number, character = 0) => ({ start: { line, character }, end: { line, character } });
const codes = async (client: LspClient, uri = log) => (await client.diagnostics(uri)).map(({ code }) => code);
const ask = <T>(client: LspClient, method: string, uri = log) => client.request<T>(method, { textDocument: { uri } });

describe('what a terminal printed', () => {
  const explained = (client: LspClient, text: string) =>
    client.request<ExplainOutputResult>('vercelPreflight/explainOutput', { text, folder });

  it('is a problem of the file that it comes from, with our words', async () => {
    const client = await started(noApplication);
    const { verdict, problems } = await explained(client, noAppLog);
    expect(verdict).toBeTruthy();
    const [problem, ...others] = problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      uri: at('api/index.py'),
      diagnostic: { source: 'vercel', severity: 1, code: 'entrypoint-without-application' },
    });
    expect(problem?.diagnostic.message).toContain('Bind the application to `app`');
    expect(problem?.diagnostic.codeDescription?.href).toContain('entrypoint-without-application');
  });

  it('is shown at vercel.json where no line of the project is to blame', async () => {
    const client = await started(noApplication);
    const { problems } = await explained(client, "OSError: [Errno 28] No space left on device: '/tmp/a.bin'\n");
    expect(problems.map(({ uri, diagnostic: { code } }) => [uri, code])).toEqual([[at('vercel.json'), 'disk-full']]);
  });

  it('is none where nothing is known of it, or nothing failed', async () => {
    const client = await started(noApplication);
    expect(await explained(client, 'Error: The service is down (500)\n')).toEqual({ problems: [] });
    expect(await explained(client, 'Production: https://shop.vercel.app [5s]\n')).toEqual({ problems: [] });
  });
});

describe('diagnostics of a log', () => {
  it('stand where the log says it, and lead to the file', async () => {
    const client = await opened(noAppLog);
    const [found, ...others] = await client.diagnostics(log);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 1,
      source: 'preflight',
      code: 'entrypoint-without-application',
      range: { start: { line: 5, character: 37 }, end: { line: 5, character: 81 } },
      relatedInformation: [{ location: { uri: at('api/index.py'), range: { start: { line: 2, character: 0 } } } }],
    });
    expect(found?.codeDescription?.href).toMatch(/log-signatures\.md#entrypoint-without-application$/);
    expect(found?.message).toContain('`app`');
  });

  it.each([
    ['CRLF', noAppLog.replaceAll('\n', '\r\n'), 0],
    ['quotes of an issue', noAppLog.replaceAll(/^/gm, '> '), 2],
  ])('are exact with %s', async (_title, text, moved) => {
    const client = await opened(text);
    const [found] = await client.diagnostics(log);
    expect(found?.range).toEqual({
      start: { line: 5, character: 37 + moved },
      end: { line: 5, character: 81 + moved },
    });
  });

  it('count UTF-8 where that was agreed', async () => {
    const client = await started(noApplication, {
      capabilities: { general: { positionEncodings: ['utf-8'] }, textDocument: { diagnostic: {} } },
    });
    await client.open(log, noAppLog.replace('19:40:05.310 Error', '19:40:05.310 é Error'), 'vercel-log');
    await client.open(paste, noAppLog, 'vercel-log');
    const [found] = await client.diagnostics(paste);
    expect(found?.range.start).toEqual({ line: 5, character: 37 });
    expect(found?.relatedInformation?.[0]?.location.range.start).toEqual({ line: 2, character: 0 });
  });

  it('speak of a paste that nobody saved, with the project that is open', async () => {
    const client = await opened(noAppLog, noApplication, paste);
    const [found] = await client.diagnostics(paste);
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(at('api/index.py'));
  });

  it('are those of the text, although the last paste had the same name', async () => {
    const client = await opened(noAppLog, noApplication, paste);
    expect(await codes(client, paste)).toEqual(['entrypoint-without-application']);
    await client.close(paste);
    await client.open(paste, traceback, 'vercel-log');
    expect(await codes(client, paste)).toContain('read-only-file-system');
  });

  it('need no project', async () => {
    const client = await opened(noAppLog, {});
    const [found] = await client.diagnostics(log);
    expect(found?.code).toBe('entrypoint-without-application');
    expect(found).not.toHaveProperty('relatedInformation');
  });

  it('need no folder', async () => {
    const client = await started({}, { folders: [] });
    await client.open(paste, noAppLog, 'vercel-log');
    expect(await codes(client, paste)).toEqual(['entrypoint-without-application']);
  });

  it('take the folder where nothing says that it is deployed', async () => {
    const { 'vercel.json': _, ...files } = noApplication;
    const client = await opened(noAppLog, files);
    const [found] = await client.diagnostics(log);
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(at('api/index.py'));
  });

  it('blame no project without Python', async () => {
    const client = await opened(noAppLog, { 'vercel.json': '{}', 'index.html': '' });
    expect(await codes(client)).toEqual(['entrypoint-without-application']);
    expect((await client.diagnostics(log))[0]).not.toHaveProperty('relatedInformation');
  });

  it('are for documents of the language alone', async () => {
    const client = await started(noApplication);
    await client.open(log, noAppLog);
    expect(await client.diagnostics(log)).toEqual([]);
  });

  it('follow the project as it is typed', async () => {
    const client = await opened(noAppLog);
    const file = at('api/index.py');
    await client.open(file, `${noApplication['api/index.py']}\n`);
    await client.change(file, [{ text: `\n\n${noApplication['api/index.py']}` }]);
    const [found] = await client.diagnostics(log);
    expect(found?.relatedInformation?.[0]?.location.range.start.line).toBe(4);
  });

  it('follow the log as it is typed, and survive every half of it', async () => {
    const client = await started(noApplication);
    await client.open(log, '', 'vercel-log');
    for (let length = 0; length <= noAppLog.length; length += 7) {
      await client.change(log, [{ text: noAppLog.slice(0, length) }]);
      await client.diagnostics(log);
      await ask(client, 'textDocument/documentSymbol');
      await ask(client, 'textDocument/foldingRange');
    }
    await client.change(log, [{ text: noAppLog }]);
    expect(await codes(client)).toEqual(['entrypoint-without-application']);
    await client.change(log, [{ text: '' }]);
    expect(await codes(client)).toEqual([]);
    expect(client.logs.filter((message) => /failed|error/i.test(message))).toEqual([]);
  });

  it('are sent to a client that does not ask, for a file as for a paste, and again when the project changes', async () => {
    const client = await started(noApplication, { capabilities: pushedEditor });
    await client.open(log, noAppLog, 'vercel-log');
    await client.open(paste, noAppLog, 'vercel-log');
    const line = (uri: string) =>
      client.published.get(uri)?.diagnostics[0]?.relatedInformation?.[0]?.location.range.start.line;
    await until(() => line(log) === 2 && line(paste) === 2, 15_000);
    await client.open(at('api/index.py'), `\n${noApplication['api/index.py']}`);
    await until(() => line(log) === 3 && line(paste) === 3, 15_000);
    await client.change(paste, [{ text: 'nothing' }]);
    await until(() => client.published.get(paste)?.diagnostics.length === 0, 15_000);
    await client.change(paste, [{ text: noAppLog }]);
    await until(() => client.published.get(paste)?.diagnostics.length === 1, 15_000);
    await client.close(paste);
    await until(() => client.published.get(paste)?.diagnostics.length === 0, 15_000);
  });

  it('of a big log come soon', async () => {
    const filler = Array.from({ length: 60_000 }, (_, index) => `19:40:05.${index} GET /items/${index} 200 in 3 ms`);
    const client = await opened(`${filler.join('\n')}\n${noAppLog}`);
    const before = Date.now();
    const [found] = await client.diagnostics(log);
    expect(found?.range.start.line).toBe(60_005);
    expect(Date.now() - before).toBeLessThan(5000);
  });
});

describe('in a log', () => {
  it('a hover explains the line', async () => {
    const client = await opened(noAppLog);
    const hover = (line: number) =>
      client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri: log },
        position: { line, character: 3 },
      });
    const shown = await hover(5);
    expect(shown?.range?.start).toEqual({ line: 5, character: 37 });
    expect(shown?.contents).toMatchObject({ kind: 'markdown' });
    const { value } = (shown?.contents ?? {}) as { value?: string };
    expect(value).toContain('**What to do:**');
    expect(value).toContain(`(${at('api/index.py')}#L3)`);
    expect(await hover(0)).toBeNull();
  });

  it('a fix changes the file of the project', async () => {
    const client = await opened(noAppLog);
    const file = at('api/index.py');
    await client.open(file, noApplication['api/index.py']);
    const [found] = await client.diagnostics(log);
    const actions = await client.codeActions(log, caret(5, 40));
    expect(actions.length).toBeGreaterThan(0);
    expect(actions[0]).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: found?.code, range: found?.range }] });
    await client.apply(actions[0]?.edit);
    expect(client.document(file).getText()).toMatch(/^app = /m);
    expect(await client.codeActions(log, caret(0))).toEqual([]);
    expect(await client.codeActions(log, wholeFile, { diagnostics: [], only: ['refactor'] })).toEqual([]);
  });

  it('frames of the project are links, and those of packages are not', async () => {
    const client = await opened(traceback, { ...noApplication, '_vendor/starlette/routing.py': '' });
    const links = await ask<DocumentLink[]>(client, 'textDocument/documentLink');
    expect(links).toEqual([
      {
        range: { start: { line: 3, character: 2 }, end: { line: 3, character: 39 } },
        target: `${at('api/index.py')}#L3`,
        tooltip: 'api/index.py',
      },
    ]);
  });

  it('frames are links where no line is a known failure', async () => {
    const client = await opened(`${traceback.split('\n').slice(0, 5).join('\n')}\nValueError: 3\n`);
    const links = await ask<DocumentLink[]>(client, 'textDocument/documentLink');
    expect(links.map(({ target }) => target)).toEqual([`${at('api/index.py')}#L3`]);
  });

  it('phases and failures are listed, and phases fold', async () => {
    const client = await opened(noAppLog);
    const outline = await ask<DocumentSymbol[]>(client, 'textDocument/documentSymbol');
    expect(outline.map(({ name, range }) => [name, range.start.line, range.end.line])).toEqual([
      ['Prepare the machine', 0, 0],
      ['Clone', 1, 1],
      ['Build', 2, 3],
      ['Install dependencies', 4, 5],
      [expect.stringContaining('`app`'), 5, 5],
    ]);
    const folds = await ask<FoldingRange[]>(client, 'textDocument/foldingRange');
    expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  it.each([
    ['with CRLF', noAppLog.replaceAll('\n', '\r\n')],
    ['without an end of line', noAppLog.trimEnd()],
  ])('the outline keeps to its lines %s', async (_title, text) => {
    const client = await opened(text);
    for (const { range, selectionRange } of await ask<DocumentSymbol[]>(client, 'textDocument/documentSymbol')) {
      const [start, end] = [range, selectionRange].map(({ end }) => client.document(log).offsetAt(end));
      expect(end).toBeLessThanOrEqual(start ?? 0);
      const { line, character } = range.end;
      expect(character).toBeLessThanOrEqual(text.split(/\r?\n/)[line]?.length ?? -1);
    }
  });

  it('the page explains it as a whole', async () => {
    const client = await opened(noAppLog, noApplication, paste);
    const { markdown } = await client.request<{ markdown: string }>('vercelPreflight/explainLog', { uri: paste });
    expect(markdown).toMatch(/^# Deployment log\n\n## Vercel sees no `app`/);
    // Nothing leads to a document that is not saved.
    expect(markdown).toContain('"api/index.py".` (line 6)');
    expect(markdown).toContain(`[api/index.py:3](${at('api/index.py')}#L3)`);
    expect(await client.request('vercelPreflight/explainLog', { uri: 'untitled:Untitled-9' })).toEqual({});
    await client.open(log, noAppLog, 'vercel-log');
    const saved = await client.request<{ markdown: string }>('vercelPreflight/explainLog', { uri: log });
    expect(saved.markdown).toContain(`([line 6](${log}#L6))`);
  });

  it('nothing is asked of a client without literal code actions', async () => {
    const client = await started(noApplication, { capabilities: { ...plainEditor, textDocument: {} } });
    await client.open(log, noAppLog, 'vercel-log');
    expect(await client.codeActions(log, caret(5))).toEqual([]);
  });
});

describe('a problem of the project', () => {
  const file = at('api/index.py');
  const command = 'vercelPreflight.openLogLine';
  const shows = async (client: LspClient) =>
    (await client.codeActions(file, wholeFile)).filter((action) => action.command?.command === command);
  const openLine = { initializationOptions: { clientCommands: [command] } };

  it('leads to the line of a log that is open', async () => {
    const client = await started(noApplication, openLine);
    await client.open(file, noApplication['api/index.py']);
    expect(await shows(client)).toEqual([]);
    await client.open(paste, noAppLog, 'vercel-log');
    const range = { start: { line: 5, character: 37 }, end: { line: 5, character: 81 } };
    expect(await shows(client)).toEqual([
      {
        title: 'Show the line of the deployment log',
        kind: 'quickfix',
        diagnostics: (await client.diagnostics(file)).filter(({ severity }) => severity === 1),
        command: { title: 'Show the line of the deployment log', command, arguments: [{ uri: paste, range }] },
      },
    ]);
    await client.open(log, noAppLog, 'vercel-log');
    expect((await shows(client)).map(({ title }) => title)).toEqual([
      'Show the line of the deployment log Untitled-1',
      'Show the line of the deployment log build.vercel.log',
    ]);
    await client.close(log);
    await client.close(paste);
    expect(await shows(client)).toEqual([]);
  });

  it('leads nowhere from a log of something else, or in a client that cannot show it', async () => {
    const client = await started(noApplication, openLine);
    await client.open(file, noApplication['api/index.py']);
    await client.open(
      paste,
      'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached',
      'vercel-log',
    );
    expect(await shows(client)).toEqual([]);
    const other = await started(noApplication);
    await other.open(file, noApplication['api/index.py']);
    await other.open(paste, noAppLog, 'vercel-log');
    expect(await shows(other)).toEqual([]);
  });
});
