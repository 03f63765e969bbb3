import { spawn } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

const endings: (() => void)[] = [];
afterAll(() => {
  for (const end of endings) end();
});

export interface LocalServer {
  readonly url: string;
  /** Method, host and target of each request that came, such as `GET 127.0.0.1 /health`. */
  readonly requests: readonly string[];
}

/** A server that answers with `listener`, until the tests of the file are over. */
export async function serverWith(listener: http.RequestListener): Promise<LocalServer> {
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.headers.host?.split(':')[0]} ${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** Headers that Vercel's network adds. */
export const fromVercel = { server: 'Vercel', 'x-vercel-id': 'fra1::iad1::abcde-1764100000000-0123456789ab' };

/** The URL of the ASGI application of asgi_host.py, run by Python. */
export async function asgiServer(): Promise<string> {
  const script = path.join(import.meta.dirname, 'asgi_host.py');
  const python = spawn('python3', [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  endings.push(() => python.kill());
  const port = await new Promise<string>((resolve, reject) => {
    python.once('error', reject);
    createInterface(python.stdout).once('line', resolve);
  });
  return `http://127.0.0.1:${port}`;
}

/** A URL at which nothing listens any more. */
export async function freeUrl(): Promise<string> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
