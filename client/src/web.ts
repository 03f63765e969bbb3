/** Entry point in a browser: the server is a worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
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

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  session = await activateWith(context, async (options) => {
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
    workerUrl(Uri.joinPath(dist, 'server.web.js')),
    Promise.all(wasmFiles.map((name) => workspace.fs.readFile(Uri.joinPath(dist, name)))),
  ]);
  const files = Object.fromEntries(wasmFiles.map((name, index) => [name, contents[index]]));
  const worker = new Worker(url);
  worker.postMessage({ type: 'wasm', files, folder: dist.toString() });
  return worker;
}

/** A worker can be started from the web; from anywhere else (an installed extension of a remote host) from its bytes. */
async function workerUrl(script: Uri): Promise<string> {
  if (script.scheme === 'https' || script.scheme === 'http') return script.toString(true);
  const bytes = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
}
