/** Starts the host's VS Code server in a sandbox of its own, and stops it with everything it started. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostNode, hostServer } from './install.mjs';

const startLimit = 30_000;
const stopLimit = 4_000;

/** Nothing that asks, tells, updates or looks elsewhere; files are saved by hand, as on the desktop. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'json.schemaDownload.enable': false,
};

/** A fresh folder for one run. Its path stays short: that of a unix socket has to fit in 108 bytes. */
export async function makeSandbox(settings = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vsc-'));
  const user = path.join(folder, 'data', 'data', 'User');
  for (const name of [user, 'extensions', 'browser', 'run', 'home']) {
    await mkdir(path.resolve(folder, name), { recursive: true });
  }
  await writeSettings(folder, settings);
  return folder;
}

/** Gives the editor of a sandbox its user settings; one that runs takes them on when its window is loaded again. */
export function writeSettings(sandbox, settings) {
  const file = path.join(sandbox, 'data', 'data', 'User', 'settings.json');
  return writeFile(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/** Runs VS Code's own command line (`--install-extension`, `--list-extensions`, ...) and returns what it printed. */
export async function runCommandLine(sandbox, args, extensions = path.join(sandbox, 'extensions')) {
  const child = spawn(hostNode, [hostServer, ...storage(sandbox, extensions), ...args], {
    env: environment(sandbox),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, noise, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  return { code, output: code === 0 ? output : output + noise };
}

/**
 * Starts the server and waits until it answers.
 * `testDriver` lets a page name an extension under development; it also suppresses notifications, so a test of the
 * window does without. `asksForTrust` leaves a folder untrusted until somebody trusts it.
 */
export async function startServer(
  sandbox,
  { testDriver = false, asksForTrust = false, extensions = path.join(sandbox, 'extensions') } = {},
) {
  await mkdir(extensions, { recursive: true });
  const port = await freePort();
  const args = [
    hostServer,
    ...storage(sandbox, extensions),
    ...listen(port),
    ...(testDriver ? [driverFlag] : []),
    ...(asksForTrust ? [] : [trustFlag]),
  ];
  const log = path.join(sandbox, 'server.log');
  // Its own process group: the extension host and the language server below it end with it.
  const child = spawn(hostNode, args, { env: environment(sandbox), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(createWriteStream(log, { flags: 'a' }));
  const end = endWithUs(child);
  await untilAnswering(port, child, log).catch(async (error) => {
    await end();
    throw error;
  });
  return { port, authority: `127.0.0.1:${port}`, stop: end };
}

const trustFlag = '--disable-workspace-trust';
const driverFlag = '--enable-smoke-test-driver';

const storage = (sandbox, extensions) => [
  '--accept-server-license-terms',
  ...['--server-data-dir', path.join(sandbox, 'data')],
  ...['--extensions-dir', extensions],
];

const listen = (port) => [
  ...['--host', '127.0.0.1', '--port', String(port)],
  '--without-connection-token',
  '--disable-telemetry',
];

/** Sockets go into the sandbox, and the extension marketplace is nowhere: else the server posts to one. */
function environment(sandbox) {
  return { ...process.env, XDG_RUNTIME_DIR: path.join(sandbox, 'run'), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

async function textOf(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilAnswering(port, child, log) {
  const limit = Date.now() + startLimit;
  while (child.exitCode === null && Date.now() < limit) {
    const answer = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`The VS Code server did not start:\n${await readFile(log, 'utf8')}`);
}

/** Kills the process group when asked, and also when this process ends in any other way. */
function endWithUs(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const killNow = () => killGroup(child.pid, 'SIGKILL');
  process.once('exit', killNow);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => process.exit(130));
  return async () => {
    killGroup(child.pid, 'SIGTERM');
    await Promise.race([gone, sleep(stopLimit, undefined, { ref: false })]);
    killNow();
    process.off('exit', killNow);
  };
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}
