import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One request that the index saw. */
export interface Seen {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  /** How many were under way, this one among them. */
  readonly atOnce: number;
}

type Respond = (request: http.IncomingMessage, response: http.ServerResponse) => void | Promise<void>;

/** A package index on loopback, with the requests that it saw. */
export interface IndexServer {
  /** Its base URL, such as `http://127.0.0.1:1234/simple`. */
  readonly url: string;
  readonly seen: Seen[];
  close(): Promise<void>;
}

/** Serves what `respond` says. */
export async function serveIndex(respond: Respond): Promise<IndexServer> {
  const seen: Seen[] = [];
  let atOnce = 0;
  const server = http.createServer((request, response) => {
    atOnce++;
    seen.push({ path: request.url ?? '', headers: request.headers, atOnce });
    response.on('close', () => atOnce--);
    void respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/simple`,
    seen,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Files by package, each with what may be said of it. */
export type Tree = Readonly<
  Record<string, readonly { name: string; python?: string; yanked?: string | boolean; size?: number }[]>
>;

export interface TreeOptions {
  readonly html?: boolean;
  readonly gzip?: boolean;
}

/** A static tree of PEP 691, or of PEP 503 in HTML, with ETags. */
export function tree(packages: Tree, { html = false, gzip = false }: TreeOptions = {}): Respond {
  return (request, response) => {
    const name = /^\/simple\/([^/]+)\/$/.exec(request.url ?? '')?.[1] ?? '';
    const files = packages[name];
    if (!files) return void response.writeHead(404).end('Not Found');
    const text = html ? htmlOf(files) : jsonOf(name, files);
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    const type = html ? 'text/html; charset=utf-8' : 'application/vnd.pypi.simple.v1+json';
    const encoding = gzip ? { 'content-encoding': 'gzip' } : {};
    response.writeHead(200, { 'content-type': type, etag, ...encoding });
    response.end(gzip ? gzipSync(text) : text);
  };
}

function jsonOf(name: string, files: Tree[string]): string {
  return JSON.stringify({
    meta: { 'api-version': '1.1' },
    name,
    versions: [],
    files: files.map(({ name: filename, python, yanked, size }) => ({
      ...{ filename, url: `https://files.example/${filename}`, hashes: {}, size },
      ...(python ? { 'requires-python': python } : {}),
      ...(yanked === undefined ? {} : { yanked }),
    })),
  });
}

function htmlOf(files: Tree[string]): string {
  const links = files.map(({ name, python, yanked }) => {
    const asks = python ? ` data-requires-python="${python.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"` : '';
    const gone = yanked ? ` data-yanked="${yanked === true ? '' : yanked}"` : '';
    return `<a href="https://files.example/${name}#sha256=0"${asks}${gone}>${name}</a><br />`;
  });
  return `<!DOCTYPE html>\n<html><body>\n<h1>Links</h1>\n${links.join('\n')}\n</body></html>\n`;
}
