import { beforeEach, describe, expect, it } from 'vitest';
import { type SourceFile, utf8 } from '../../server/src/documents/sourceFile.ts';
import { documentAt, type FileSystem, largestDocument } from '../../server/src/project/files.ts';
import { deploymentRoots, rootOf } from '../../server/src/project/roots.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';

const loaded = await grammars;
let disk: Map<string, SourceFile>;
let read: string[];
let workspace: Workspace;

beforeEach(() => {
  disk = new Map();
  read = [];
  const memory = memoryFileSystem(disk);
  const counting: FileSystem = {
    list: memory.list,
    read: (path) => {
      read.push(path);
      return memory.read(path);
    },
  };
  workspace = new Workspace(counting, loaded);
});

const put = (files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) disk.set(path, utf8(text));
};
const runtime = () => workspace.ask((files) => documentAt(files, 'a/runtime.txt', 'runtime.txt')?.version?.minor);

describe('a workspace', () => {
  it('reads what a question needs, once, and nothing else', async () => {
    put({ 'a/runtime.txt': '3.9', 'a/other.py': 'x = 1', 'b/runtime.txt': '3.8' });
    expect(await runtime()).toBe(9);
    expect(await runtime()).toBe(9);
    expect(read).toEqual(['a/runtime.txt']);
  });

  it('lets an open editor win over the disk until it closes', async () => {
    put({ 'a/runtime.txt': '3.9' });
    workspace.open('a/runtime.txt', '3.13');
    expect(await runtime()).toBe(13);
    workspace.open('a/runtime.txt', '3.14');
    expect(await runtime()).toBe(14);
    workspace.close('a/runtime.txt');
    expect(await runtime()).toBe(9);
  });

  it('lists an open editor that was never saved, with its folders', async () => {
    workspace.open('new/deep/vercel.json', '{}');
    expect(await workspace.ask((files) => files.list('new'))).toEqual([{ name: 'deep', kind: 'directory' }]);
    expect(await workspace.ask((files) => deploymentRoots(files))).toEqual(['new/deep']);
    workspace.close('new/deep/vercel.json');
    expect(await workspace.ask((files) => deploymentRoots(files))).toEqual([]);
  });

  it('sees files that came, changed and went, once it is told', async () => {
    put({ 'a/runtime.txt': '3.9' });
    expect(await runtime()).toBe(9);
    disk.set('a/runtime.txt', utf8('3.12'));
    workspace.forget(['a/runtime.txt']);
    expect(await runtime()).toBe(12);
    disk.delete('a/runtime.txt');
    workspace.forget(['a/runtime.txt']);
    expect(await runtime()).toBeUndefined();
    put({ 'a/runtime.txt': '3.11' });
    workspace.forget(['a/runtime.txt']);
    expect(await runtime()).toBe(11);
  });

  it('knows the encoding of an open file from its bytes', async () => {
    disk.set('requirements.txt', { text: 'flask', encoding: 'utf-16le' });
    workspace.open('requirements.txt', 'flask==3');
    const source = await workspace.ask((files) => files.source('requirements.txt'));
    expect(source).toEqual({ text: 'flask==3', encoding: 'utf-16le' });
  });

  it('does not parse what is too large to be written by hand', async () => {
    put({ 'a/runtime.txt': `${' '.repeat(largestDocument)}3.9` });
    expect(await runtime()).toBeUndefined();
    expect(await workspace.ask((files) => files.has('a/runtime.txt'))).toBe(true);
  });

  it('does not take for true what was read while the file changed', async () => {
    const reads: ((source: SourceFile) => void)[] = [];
    const slow: FileSystem = {
      list: async (directory) => (directory === 'a' ? [{ name: 'runtime.txt', kind: 'file' }] : []),
      read: () => new Promise((resolve) => reads.push(resolve)),
    };
    const watched = new Workspace(slow, loaded);
    const answer = watched.ask((files) => files.source('a/runtime.txt')?.text);
    await expect.poll(() => reads.length).toBe(1);
    watched.forget(['a/runtime.txt']);
    reads[0]?.(utf8('before'));
    await expect.poll(() => reads.length).toBe(2);
    reads[1]?.(utf8('after'));
    expect(await answer).toBe('after');
  });

  it('gives a question up between two rounds when it is told to stop', async () => {
    put({ 'a/runtime.txt': '3.9' });
    expect(
      await workspace.ask(
        (files) => files.source('a/runtime.txt')?.text,
        () => true,
      ),
    ).toBeUndefined();
  });
});

describe('what is known of packages', () => {
  it('is loaded once, when a question first needs it', async () => {
    let loads = 0;
    const facts = await loaded.packages?.();
    const packages = async () => {
      loads++;
      return facts;
    };
    workspace = new Workspace(memoryFileSystem(disk), { ...loaded, packages });
    put({ 'a/runtime.txt': '3.9' });
    await runtime();
    expect(loads).toBe(0);
    expect(await workspace.ask((files) => files.packages()?.date)).toBe(facts?.date);
    workspace.forgetAll();
    expect(await workspace.ask((files) => files.packages())).toBe(facts);
    expect(loads).toBe(1);
  });

  it('may be missing, which is an answer', async () => {
    for (const packages of [undefined, async () => undefined]) {
      const { python, toml } = loaded;
      workspace = new Workspace(memoryFileSystem(disk), { python, toml, ...(packages ? { packages } : {}) });
      expect(await workspace.ask((files) => files.packages() ?? 'nothing')).toBe('nothing');
    }
  });
});

describe('deployment roots', () => {
  const roots = () => workspace.ask((files) => deploymentRoots(files));

  it('are folders with evidence of Vercel, several of them in a monorepo', async () => {
    put({
      'backend/vercel.json': '{}',
      'services/ä b/.vercel/project.json': '{}',
      'worker/pyproject.toml': '[tool.vercel]\nentrypoint = "a:b"\n',
      'jobs/.vercel-preflight.toml': '',
      'lambda/handler.py': 'handler = 1',
      'tools/pyproject.toml': '[tool.ruff]\n',
      'node_modules/x/vercel.json': '{}',
      'backend/.venv/lib/vercel.json': '{}',
    });
    expect((await roots())?.toSorted()).toEqual(['backend', 'jobs', 'services/ä b', 'worker']);
  });

  it('can lie in each other, and a file belongs to the innermost', async () => {
    put({ 'vercel.json': '{}', 'apps/api/vercel.json': '{}' });
    const found = (await roots()) ?? [];
    expect(found).toEqual(['', 'apps/api']);
    expect(rootOf(found, 'apps/api/main.py')).toBe('apps/api');
    expect(rootOf(found, 'apps/web/main.py')).toBe('');
    expect(rootOf(['apps/api'], 'main.py')).toBeUndefined();
  });
});
