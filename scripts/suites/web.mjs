/** The same suite in the extension host of a browser, which is a web worker: what runs on vscode.dev. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { buildTests } from '../build.mjs';
import { root } from '../paths.mjs';
import { withEditor } from '../vscode-host/editor.mjs';
import { hostMissing, prepareHost } from '../vscode-host/ready.mjs';
import { runSuite, workbenchUrl } from '../vscode-host/workbench.mjs';
import { untilCounted, withTemporaryFolder } from './results.mjs';
import { makeWorkspace } from './workspace.mjs';

const limit = 180_000;

/** The line in which the suite in the worker says its results (test/editor/index.web.ts). */
const marker = 'preflight-results ';

export const unavailable = hostMissing;

export async function run(flags = []) {
  await buildTests(flags);
  await prepareHost();
  const files = await serveExtension();
  try {
    return await untilCounted(() => withTemporaryFolder((folder) => runInWorker(folder, files.authority)), flags);
  } finally {
    files.close();
  }
}

async function runInWorker(folder, authority) {
  const workspaceFile = await makeWorkspace(path.join(folder, 'workspace'));
  let results;
  const print = (_type, line) => {
    if (line.startsWith(marker)) results = JSON.parse(line.slice(marker.length));
    else console.log(line);
  };
  // The page may only load scripts of its own, and the extension comes from another port.
  await withEditor({ server: { testDriver: true }, browser: { bypassCSP: true } }, async ({ page, server }) => {
    await developFrom(page, authority);
    await runSuite(page, workbenchUrl(server, { workspaceFile }), { limit, print });
  });
  return results;
}

/** The extension as a web server gives it, with the headers that let a page of another origin load it. */
async function serveExtension() {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
  const types = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (pathname.startsWith('/simple/')) return answerAsIndex(pathname, response, headers);
    const file = path.join(root, decodeURIComponent(pathname));
    const content = file.startsWith(root + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(content ? 200 : 404, { ...headers, 'Content-Type': type }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { authority: `127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A package index beside the extension, which lets browsers ask, as PyPI does; a request with a preflight gets nothing. */
function answerAsIndex(pathname, response, headers) {
  const files = ['3.0.3', '3.1.0'].map((version) => ({ filename: `flask-${version}-py3-none-any.whl`, hashes: {} }));
  const found = pathname === '/simple/flask/';
  const type = { 'Content-Type': 'application/vnd.pypi.simple.v1+json' };
  const text = JSON.stringify({ meta: { 'api-version': '1.1' }, name: 'flask', versions: [], files });
  response.writeHead(found ? 200 : 404, { ...headers, ...type }).end(found ? text : '');
}

/**
 * Tells the workbench about the extension under development. It reads its configuration from an element of its page; to
 * rewrite the page itself would cost it its address on this machine, and with it the connection to its server.
 */
function developFrom(page, authority) {
  const development = {
    extensions: [{ scheme: 'http', authority, path: '/' }],
    extensionTestsPath: { scheme: 'http', authority, path: '/out/test/index.web.js' },
  };
  return page.addInitScript((options) => {
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function getAttribute(name) {
      const value = original.call(this, name);
      if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
      const configuration = JSON.parse(value);
      return JSON.stringify({
        ...configuration,
        developmentOptions: { ...configuration.developmentOptions, ...options },
      });
    };
  }, development);
}
