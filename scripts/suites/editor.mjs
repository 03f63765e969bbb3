/** The suite in a real VS Code: the desktop build where it can be had, else the host of scripts/vscode-host. */
import path from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { buildTests } from '../build.mjs';
import { inRoot, root } from '../paths.mjs';
import { hostMissing, prepareHost } from '../vscode-host/ready.mjs';
import { readResults, resultsFile, sum, untilCounted, withTemporaryFolder } from './results.mjs';
import { makeSilentWorkspace, makeWorkspace } from './workspace.mjs';

const downloadServer = 'https://update.code.visualstudio.com/api/releases/stable';
const probeLimit = 3_000;
const hostExecutable = inRoot('scripts', 'vscode-host', 'code.mjs');

/** Why the suite cannot run here, or undefined. */
export async function unavailable() {
  return process.env.VSCODE_EXECUTABLE || (await desktopCanRun()) ? undefined : hostMissing();
}

export async function run(flags = []) {
  await buildTests(flags);
  const executable = await chooseEditor();
  const several = await untilCounted(() => runIn(executable, 'several', makeWorkspace), flags);
  const silent = await untilCounted(() => runIn(executable, 'silent', makeSilentWorkspace), flags);
  return sum([several, silent]);
}

/** The executable of the editor that runs the suite; says which one it is. */
async function chooseEditor() {
  if (process.env.VSCODE_EXECUTABLE) {
    console.log(`In ${process.env.VSCODE_EXECUTABLE} (VSCODE_EXECUTABLE):`);
    return process.env.VSCODE_EXECUTABLE;
  }
  const desktop = (await desktopCanRun()) && (await download());
  if (desktop) {
    console.log('In the desktop build of VS Code:');
    return desktop;
  }
  await prepareHost();
  console.log('In the server build of VS Code with a headless Chromium, because the desktop build cannot run here:');
  return hostExecutable;
}

/** The desktop build needs a display, and a server to come from. */
async function desktopCanRun() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) return false;
  const signal = AbortSignal.timeout(probeLimit);
  const answer = await fetch(downloadServer, { method: 'HEAD', signal }).catch(() => undefined);
  return answer?.ok === true;
}

async function download() {
  try {
    return await downloadAndUnzipVSCode({ cachePath: inRoot('.vscode-test') });
  } catch (error) {
    console.log(`The desktop build could not be downloaded: ${error.message}`);
    return undefined;
  }
}

async function runIn(vscodeExecutablePath, suites, makeWorkspaceIn) {
  const file = await resultsFile(`editor-${suites}.json`);
  await withTemporaryFolder(async (folder) => {
    const workspace = await makeWorkspaceIn(path.join(folder, 'workspace'));
    const profile = ['user-data-dir', 'extensions-dir'].map((name) => `--${name}=${path.join(folder, name)}`);
    const options = {
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: inRoot('out', 'test', 'index.js'),
      extensionTestsEnv: { PREFLIGHT_SUITES: suites, PREFLIGHT_RESULTS: file },
      launchArgs: [workspace, '--disable-extensions', ...profile],
    };
    await runTests(options).catch((error) => console.log(String(error.message)));
  });
  return readResults(file);
}
