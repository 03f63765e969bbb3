/** Installs the packaged extension into a fresh VS Code and drives its window (test/editor/window.mjs). */
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { settings, steps } from '../../test/editor/window.mjs';
import { makePackage } from '../package.mjs';
import { inRoot } from '../paths.mjs';
import { withEditor } from '../vscode-host/editor.mjs';
import { hostMissing, prepareHost } from '../vscode-host/ready.mjs';
import { runCommandLine } from '../vscode-host/server.mjs';
import { workbenchUrl } from '../vscode-host/workbench.mjs';
import { noResults, withTemporaryFolder } from './results.mjs';

const largestPicture = 300_000;

export const unavailable = hostMissing;

export async function run(flags = []) {
  await prepareHost();
  const { file, size } = await makePackage();
  console.log(`  ${path.basename(file)}: ${(size / 1_000_000).toFixed(2)} MB`);
  const pictures = flags.includes('--images') ? inRoot('docs', 'images') : inRoot('out', 'images');
  await mkdir(pictures, { recursive: true });
  return withTemporaryFolder(async (folder) => {
    const project = path.join(folder, 'orders');
    await cp(inRoot('examples', 'broken-backend'), project, { recursive: true });
    const install = (sandbox) => installPackage(sandbox, file);
    return withEditor({ settings, prepare: install }, ({ page, server }) => {
      const url = workbenchUrl(server, { folder: project });
      return runSteps({ page, url, folder: project }, pictures);
    });
  });
}

async function installPackage(sandbox, file) {
  const { code, output } = await runCommandLine(sandbox, ['--install-extension', file]);
  if (code !== 0) throw new Error(`The package could not be installed:\n${output}`);
}

/** A step that fails takes those after it with it: they go on from where it should have ended. */
async function runSteps(window, pictures) {
  const results = noResults();
  for (const { name, picture, run: runStep } of steps) {
    if (results.failed > 0) {
      results.skipped++;
      console.log(`  - ${name} (skipped)`);
      continue;
    }
    try {
      await runStep(window);
      if (picture) await take(window.page, path.join(pictures, `${picture}.png`));
      results.passed++;
      console.log(`  ✓ ${name}`);
    } catch (error) {
      results.failed++;
      console.log(`  ✗ ${name}\n${error.stack}`);
      await window.page.screenshot({ path: inRoot('out', 'images', 'failed.png') }).catch(() => undefined);
    }
  }
  return results;
}

/** The marks of files and tabs follow their problems with a delay, which only a picture has to wait for. */
const settling = 700;

async function take(page, file) {
  await page.waitForTimeout(settling);
  await rm(file, { force: true });
  await page.screenshot({ path: file, caret: 'hide', animations: 'disabled' });
  const { size } = await stat(file);
  if (size > largestPicture) throw new Error(`${file} has ${size} bytes, and at most ${largestPicture} are allowed`);
}
