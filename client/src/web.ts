/** Entry point in a browser: the server is a worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { activateWith } from './extension.ts';
import { clientId, clientName } from './product.ts';
import type { Session } from './session.ts';

/** Read here and handed over, because a worker may not reach the place that the extension was loaded from. */
const wasmFiles = [
  'web-tree-sitter.wasm',
  'tree-sitter-python.wasm',
  'tree-sitter-toml.wasm',
  'vercel_python_analysis.core.wasm',
  'vercel_python_analysis.core2.wasm',
  'vercel_python_analysis.core3.wasm',
];

/** The server of the worker, in the order in which they run: the core that both servers share, then what differs. */
const scripts = ['core.js', 'server.web.js'];

let session: Session | undefined;

export function activate(context: ExtensionContext): void {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  session = activateWith(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = await startWorker(dist);
    return {
      client: new LanguageClient(clientId, clientName, worker, options),
      release: () => worker.terminate(),
    };
  });
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

/** The worker gets the grammars before the first message of the protocol. */
async function startWorker(dist: Uri): Promise<Worker> {
  const [url, contents] = await Promise.all([
    workerUrl(scripts.map((name) => Uri.joinPath(dist, name))),
    Promise.all(wasmFiles.map((name) => workspace.fs.readFile(Uri.joinPath(dist, name)))),
  ]);
  const files = Object.fromEntries(wasmFiles.map((name, index) => [name, contents[index]]));
  const worker = new Worker(url);
  worker.postMessage({ type: 'wasm', files, folder: dist.toString() });
  return worker;
}

/** A worker takes scripts from the web; from anywhere else (an installed extension of a remote host) their text. */
async function workerUrl(all: readonly Uri[]): Promise<string> {
  const parts = await Promise.all(all.map(scriptPart));
  return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}

async function scriptPart(script: Uri): Promise<BlobPart> {
  if (isOnTheWeb(script)) return `importScripts(${JSON.stringify(script.toString(true))});\n`;
  return new Uint8Array(await workspace.fs.readFile(script));
}

const isOnTheWeb = ({ scheme }: Uri) => scheme === 'https' || scheme === 'http';
