/** How long the packaged extension takes to be activated, as VS Code itself measures it (`Developer: Startup Performance`). */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { buildForEditor } from './build.mjs';
import { stage } from './package.mjs';
import { inRoot } from './paths.mjs';
import { withTemporaryFolder } from './suites/results.mjs';
import { withEditor } from './vscode-host/editor.mjs';
import { hostMissing, prepareHost } from './vscode-host/ready.mjs';
import { remoteFile, runSuite, workbenchUrl } from './vscode-host/workbench.mjs';

const suite = inRoot('out', 'bench', 'activation.js');
const marker = 'preflight-activation ';
const limit = 120_000;

/** Prints the table of `times` starts of an editor, or why there is none. */
export async function benchActivation(times = 5) {
  const reason = hostMissing();
  if (reason) return console.log(`\nactivation in VS Code: left out, ${reason}`);
  await prepareHost();
  await stage();
  await buildForEditor('bench/activation.ts', suite);
  const samples = [];
  for (let round = 0; round < times; round++) samples.push(await startEditor());
  print(samples);
}

/** What an editor measured that was started for this: our activation, and that of its own JSON support. */
async function startEditor() {
  let answer;
  const print = (_type, line) => {
    if (line.startsWith(marker)) answer = JSON.parse(line.slice(marker.length));
  };
  await withTemporaryFolder(async (folder) => {
    const project = path.join(folder, 'orders');
    await cp(inRoot('examples', 'broken-backend'), project, { recursive: true });
    await withEditor({ server: { testDriver: true } }, ({ page, server }) => {
      const payload = [
        ['extensionDevelopmentPath', remoteFile(server, inRoot('out', 'vsix'))],
        ['extensionTestsPath', remoteFile(server, suite)],
      ];
      return runSuite(page, workbenchUrl(server, { folder: project }, payload), { limit, print });
    });
  });
  if (!answer) throw new Error('The editor ended before it told its times.');
  return answer;
}

function print(samples) {
  const [ours, theirs] = [0, 1].map((index) => samples.map((sample) => sample[index]));
  const base = median(theirs.map(blocking));
  const rows = [
    ["activation of VS Code's own JSON support", theirs.map(blocking)],
    ['activation of this extension', ours.map(blocking)],
    ['of it, loading the code', ours.map(({ load }) => load)],
    ['of it, the call', ours.map(({ call }) => call)],
  ];
  console.log(`\n${'what'.padEnd(52)}${'median'.padStart(10)}${'most'.padStart(10)}${'ratio'.padStart(9)}`);
  for (const [what, times] of rows) {
    const cells = [median(times), Math.max(...times)].map((time) => `${time.toFixed(0)} ms`.padStart(10));
    console.log(`${what.padEnd(52)}${cells.join('')}${`${(median(times) / base).toFixed(1)}x`.padStart(9)}`);
  }
}

/** What the editor calls activation: the code is loaded and `activate` called. The server starts afterwards. */
const blocking = ({ load, call }) => load + call;

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
