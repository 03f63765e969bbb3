/** A server, a window onto it and a sandbox for both, for as long as one action runs. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser } from './browser.mjs';
import { makeSandbox, startServer } from './server.mjs';

/**
 * @param options.settings user settings of the editor
 * @param options.prepare called with the sandbox before the server starts
 * @param options.server options of `startServer`
 * @param options.browser options of Playwright's browser context
 * @param action gets the page, the server and the sandbox
 */
export async function withEditor({ settings, prepare, server: serverOptions, browser: browserOptions }, action) {
  const sandbox = await makeSandbox(settings);
  let server;
  let browser;
  try {
    await prepare?.(sandbox);
    server = await startServer(sandbox, serverOptions);
    browser = await openBrowser(path.join(sandbox, 'browser'), browserOptions);
    const page = browser.pages()[0] ?? (await browser.newPage());
    return await action({ page, server, sandbox });
  } finally {
    await browser?.close().catch(() => undefined);
    await server?.stop();
    await rm(sandbox, { recursive: true, force: true });
  }
}
