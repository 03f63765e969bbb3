import { describe, expect, it } from 'vitest';
import {
  displayName,
  isSameUri,
  parentUri,
  relativePath,
  schemeOf,
  uriOf,
} from '../../../server/src/transports/lsp/uris.ts';

describe('relativePath', () => {
  it.each([
    ['file:///code', 'file:///code/backend/vercel.json', 'backend/vercel.json'],
    ['file:///code/', 'file:///code/vercel.json', 'vercel.json'],
    ['file:///code', 'file:///code', ''],
    ['file:///code', 'file:///codeshop/vercel.json', undefined],
    ['file:///code', 'git:/code/vercel.json?ref', undefined],
    ['file:///', 'file:///vercel.json', 'vercel.json'],
    ['file:///my%20proj%C3%A9ct', 'file:///my proj\u00e9ct/a%20b/runtime.txt', 'a b/runtime.txt'],
    ['file:///c%3A/Code', 'file:///C:/Code/vercel.json', 'vercel.json'],
    ['file:///C:/Code', 'file:///c%3A/code/Backend/vercel.json', 'Backend/vercel.json'],
    ['file:///Code', 'file:///code/vercel.json', undefined],
    ['file://Server/share', 'file://server/share/vercel.json', 'vercel.json'],
    ['vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/api/index.py', 'api/index.py'],
    ['vscode-vfs://github/o/r', 'vscode-vfs://github/o/other/index.py', undefined],
    ['file:///code', 'file:///code/100%/vercel.json', '100%/vercel.json'],
    ['file:///code', 'file:///code/../vercel.json', undefined],
    ['file:///code', 'untitled:Untitled-1', undefined],
    ['file:///code', 'no uri at all', undefined],
  ])('%s -> %s', (folder, uri, expected) => {
    expect(relativePath(folder, uri)).toBe(expected);
  });
});

describe('uriOf', () => {
  it.each([
    ['file:///code', 'backend/vercel.json', 'file:///code/backend/vercel.json'],
    ['file:///code/', 'vercel.json', 'file:///code/vercel.json'],
    ['file:///', 'vercel.json', 'file:///vercel.json'],
    ['file:///code', '', 'file:///code'],
    ['file:///code', 'a b/p\u00e9(1)/#?.py', 'file:///code/a%20b/p%C3%A9%281%29/%23%3F.py'],
    ['vscode-vfs://github/o/r?x=1', 'vercel.json', 'vscode-vfs://github/o/r/vercel.json?x=1'],
  ])('%s and %s', (folder, path, expected) => {
    expect(uriOf(folder, path)).toBe(expected);
    expect(relativePath(folder, expected)).toBe(path);
  });
});

it('takes URIs apart', () => {
  expect(parentUri('file:///code/a%20b/vercel.json')).toBe('file:///code/a%20b');
  expect(displayName('file:///code/a%20b/')).toBe('a b');
  expect(schemeOf('VSCODE-VFS://github/x')).toBe('vscode-vfs');
  expect(schemeOf('')).toBe('');
  expect(isSameUri('file:///C:/x/', 'file:///c%3A/X')).toBe(true);
});
