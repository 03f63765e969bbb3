/** The window of the host: a headless Chromium that talks to nobody but this machine. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const flags = [
  // The pages are VS Code's own, and a container has no user namespaces for the sandbox.
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** The browser's executable, or undefined where none is installed. CHROMIUM names another one. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

/** A browser with a profile of its own, that refuses every request which leaves the machine. */
export async function openBrowser(profile, options = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: flags,
    // The runner closes the browser itself, in order.
    handleSIGTERM: false,
    handleSIGINT: false,
    handleSIGHUP: false,
    ...options,
  });
  await context.route(leavesTheMachine, (route) => route.abort());
  return context;
}

function leavesTheMachine({ protocol, hostname }) {
  return protocol.startsWith('http') && !['127.0.0.1', 'localhost'].includes(hostname);
}
