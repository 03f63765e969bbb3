/** Entry point of dist/server.web.js, which runs in a worker. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { MakeJsonLanguage } from '../../features/vercelJson/jsonLanguage.ts';
import { rules } from '../../rules/index.ts';
import { usualIndex } from '../http/indexWords.ts';
import { webIndex, workerFetch } from '../http/webIndex.ts';
import { loadGrammars, type ReadBytes } from '../wasm.ts';
import { bytesOf } from './clientFiles.ts';
import { jsonLanguageFile, loadedJsonLanguage } from './jsonLanguageFile.ts';
import { readFileRequest, type WasmMessage } from './protocol.ts';
import { startServer } from './server.ts';

/** What the index said is kept for as long as the worker lives. */
const ask = webIndex(workerFetch);

declare const self: DedicatedWorkerGlobalScope;

// The message with the grammars comes first. What follows must find the connection listening: nothing may wait here.
self.onmessage = ({ data }: MessageEvent<WasmMessage>) => {
  const reader = new BrowserMessageReader(self);
  const writer = new BrowserMessageWriter(self);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  const readBytes = bytesFrom(data, connection);
  startServer(connection, {
    grammars: (onWarning) => loadGrammars(readBytes, onWarning),
    rules,
    fileSystem: () => undefined,
    askIndex: (question) => ask({ ...question, indexUrl: question.indexUrl || usualIndex }),
    jsonLanguage: () => jsonLanguageFrom(readBytes),
    description: `web worker, ${self.navigator.userAgent}`,
  });
};

/** Runs the script that the client reads for us: a worker may not reach the place that the extension was loaded from. */
async function jsonLanguageFrom(readBytes: ReadBytes): Promise<MakeJsonLanguage> {
  const script = new Blob([(await readBytes(jsonLanguageFile)) as Uint8Array<ArrayBuffer>], {
    type: 'text/javascript',
  });
  const url = URL.createObjectURL(script);
  self.importScripts(url);
  URL.revokeObjectURL(url);
  return loadedJsonLanguage();
}

function bytesFrom({ files, folder }: WasmMessage, connection: Connection): ReadBytes {
  return async (name) => {
    const bytes = files[name];
    if (bytes) return bytes;
    const file = await connection.sendRequest(readFileRequest, { uri: `${folder}/${name}` });
    if (!file) throw new Error(`the client did not hand over ${name}`);
    return bytesOf(file.base64);
  };
}
