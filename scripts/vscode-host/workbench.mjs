/** Opens the workbench in the browser and runs a test suite inside its extension host. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Lines that VS Code itself writes while it starts, and that tell nothing about an extension. */
const noise = new RegExp(
  [
    '^(?:Resolv(?:ing|ed) connection token|Creating a socket|\\[reconnection-grace-time\\]|\\[Service Worker\\]',
    '|\\[AgentHost|\\[AccountPolicyGate\\]|Ignoring fetching additional|Updating additional builtin|ChatSessionStore|Creation of workbench contribution|No search provider registered',
    '|Loading development extension|Timed out waiting for authentication provider|Request to .* failed with status code 404|An iframe which has both allow-scripts)',
    '|Could not locate the bindings file|build/Release/watchdog',
  ].join(''),
);

/** An error whose trace never leaves VS Code's own code is one of its built-in extensions. */
function isNoise(line) {
  return noise.test(line) || (line.includes('/out/vs/') && !line.includes('/out/test/'));
}

/** The workbench's address. `payload` are pairs that the workbench reads as its environment. */
export function workbenchUrl({ port }, { folder, workspaceFile }, payload = []) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (folder) url.searchParams.set('folder', folder);
  if (workspaceFile) url.searchParams.set('workspace', workspaceFile);
  url.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  return url.href;
}

/** How the browser names a file of the machine that the server runs on. */
export const remoteFile = (server, file) => `vscode-remote://${server.authority}${path.resolve(file)}`;

/**
 * Opens `url` and waits for the suite inside to end.
 * @param print gets every line that the extension host prints
 * @returns the exit code of the suite
 */
export async function runSuite(page, url, { limit, print }) {
  const ended = new Promise((resolve, reject) => {
    page.on('crash', () => reject(new Error('The page crashed.')));
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = args.map(String).join(' ');
    if (!isNoise(line)) print(type, line);
  });
  await page.goto(url);
  const timeout = sleep(limit, 'late', { ref: false });
  const result = await Promise.race([ended, timeout]);
  if (result === 'late') throw new Error(`The suite did not end within ${limit / 1000} s.`);
  return result;
}
