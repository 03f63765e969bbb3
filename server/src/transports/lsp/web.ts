/** Entry point of dist/server.web.js, which runs in a worker. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { rules } from '../../rules/index.ts';
import { usualIndex } from '../http/indexWords.ts';
import { webIndex, workerFetch } from '../http/webIndex.ts';
import { loadGrammars, type ReadBytes } from '../wasm.ts';
import { bytesOf } from './clientFiles.ts';
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
  startServer(connection, {
    grammars: (onWarning) => loadGrammars(bytesFrom(data, connection), onWarning),
    rules,
    fileSystem: () => undefined,
    askIndex: (question) => ask({ ...question, indexUrl: question.indexUrl || usualIndex }),
    description: `web worker, ${self.navigator.userAgent}`,
  });
};

function bytesFrom({ files, folder }: WasmMessage, connection: Connection): ReadBytes {
  return async (name) => {
    const bytes = files[name];
    if (bytes) return bytes;
    const file = await connection.sendRequest(readFileRequest, { uri: `${folder}/${name}` });
    if (!file) throw new Error(`the client did not hand over ${name}`);
    return bytesOf(file.base64);
  };
}
