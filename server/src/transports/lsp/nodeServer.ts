import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { askIndex, cacheFolder, usualIndex } from '../http/packageIndex.ts';
import { probe } from '../http/probe.ts';
import { loadGrammars } from '../wasm.ts';
import { jsonLanguageFile, loadedJsonLanguage } from './jsonLanguageFile.ts';
import { nodeFiles } from './nodeFiles.ts';
import { startServer } from './server.ts';
import type { Runtime } from './session.ts';

/** The server in a process of its own. The grammars lie beside the bundle. */
const nodeRuntime: Runtime = {
  grammars: (onWarning) => loadGrammars((name) => readFile(path.join(__dirname, name)), onWarning),
  rules,
  fileSystem: nodeFiles,
  askIndex: (question) =>
    askIndex({
      ...{ ...question, indexUrl: question.indexUrl || usualIndex, env: process.env, fetch: globalThis.fetch },
      ...{ cacheFolder: cacheFolder(process.env), now: Date.now },
    }),
  probe,
  async jsonLanguage() {
    await import(pathToFileURL(path.join(__dirname, jsonLanguageFile)).href);
    return loadedJsonLanguage();
  },
  description: `Node.js ${process.version}, ${process.platform} ${process.arch}`,
};

/** Serves the client that the arguments of this process name: `--node-ipc`, `--stdio`, `--pipe=…` or `--socket=…`. */
export function startServerFromArguments(): void {
  startServer(createConnection(ProposedFeatures.all), nodeRuntime);
}

/**
 * Serves a client over standard input and output: `vercel-preflight lsp --stdio`.
 * @returns a promise that stays open: the process ends with the conversation.
 */
export function startStdioServer(): Promise<never> {
  // The library looks for the argument itself, and then keeps the console off standard output.
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  startServerFromArguments();
  return new Promise(() => undefined);
}
