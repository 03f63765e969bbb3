/** Installs the packaged extension into a fresh VS Code and drives its window (test/editor/window). */
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { arrive } from '../../test/editor/window/hands.mjs';
import { settings, steps, untrusted } from '../../test/editor/window/index.mjs';
import { makePackage } from '../package.mjs';
import { inRoot } from '../paths.mjs';
import { withEditor } from '../vscode-host/editor.mjs';
import { hostMissing, prepareHost } from '../vscode-host/ready.mjs';
import { runCommandLine, writeSettings } from '../vscode-host/server.mjs';
import { workbenchUrl } from '../vscode-host/workbench.mjs';
import { noResults, sum, withTemporaryFolder } from './results.mjs';

const largestPicture = 300_000;

export const unavailable = hostMissing;

export async function run(flags = []) {
  await prepareHost();
  const { file, size } = await makePackage();
  console.log(`  ${path.basename(file)}: ${(size / 1_000_000).toFixed(2)} MB`);
  const pictures = flags.includes('--images') ? inRoot('docs', 'images') : inRoot('out', 'images');
  for (const folder of [pictures, parts(pictures)]) await mkdir(folder, { recursive: true });
  return withTemporaryFolder(async (folder) => {
    const project = path.join(folder, 'orders');
    await cp(inRoot('examples', 'broken-backend'), project, { recursive: true });
    const install = (sandbox) => installPackage(sandbox, file);
    const inEditor = (options, all) =>
      withEditor({ ...options, prepare: install }, ({ page, server, sandbox }) => {
        const url = workbenchUrl(server, { folder: project });
        const configure = (more) => writeSettings(sandbox, { ...settings, ...more });
        return runSteps(chosen(all, flags), { page, url, folder: project, configure }, pictures);
      });
    const before = await inEditor({ settings: untrusted.settings, server: { asksForTrust: true } }, untrusted.steps);
    return sum([before, await inEditor({ settings }, steps)]);
  });
}

/** The pictures of the walkthrough ship with the extension. */
function parts(pictures) {
  return pictures === inRoot('docs', 'images') ? inRoot('client', 'walkthrough') : pictures;
}

async function installPackage(sandbox, file) {
  const { code, output } = await runCommandLine(sandbox, ['--install-extension', file]);
  if (code !== 0) throw new Error(`The package could not be installed:\n${output}`);
}

/** All steps, or those that begin anew and have the words of `--grep=` in their names. */
function chosen(all, flags) {
  const words = flags.find((flag) => flag.startsWith('--grep='))?.slice('--grep='.length);
  return words ? all.filter(({ name, anew }) => anew && new RegExp(words).test(name)) : all;
}

/** A step that fails takes those after it with it, if they go on from where it should have ended. */
async function runSteps(all, window, pictures) {
  const results = noResults();
  for (const { name, picture, run: runStep, part, narrow, anew } of all) {
    if (results.failed > 0 && !anew) {
      results.skipped++;
      console.log(`  - ${name} (skipped)`);
      continue;
    }
    try {
      await arrive(window);
      await runStep(window);
      if (picture) await take(window.page, path.join(pictures, `${picture}.png`));
      if (part) await takePart(window.page, path.join(parts(pictures), `${part}.png`), narrow);
      results.passed++;
      console.log(`  ✓ ${name}`);
    } catch (error) {
      results.failed++;
      console.log(`  ✗ ${name}\n${error.stack}`);
      await window.page
        .screenshot({ path: inRoot('out', 'images', `failed-${results.failed}.png`) })
        .catch(() => undefined);
    }
  }
  return results;
}

/** A picture that is shown small: the editor alone; `narrow`: in a window in which its lines are short. */
async function takePart(page, file, narrow) {
  const size = page.viewportSize();
  // A menu would close.
  if (narrow) await page.setViewportSize({ width: 860, height: 760 });
  await take(page, file, { x: 304, y: 4, width: narrow ? 550 : 660, height: narrow ? 360 : 420 });
  if (narrow) await page.setViewportSize(size);
}

/** The marks of files and tabs follow their problems with a delay, which only a picture has to wait for. */
const settling = 700;

async function take(page, file, clip) {
  await page.waitForTimeout(settling);
  await rm(file, { force: true });
  await page.screenshot({ path: file, caret: 'hide', animations: 'disabled', ...(clip ? { clip } : {}) });
  const { size } = await stat(file);
  if (size > largestPicture) throw new Error(`${file} has ${size} bytes, and at most ${largestPicture} are allowed`);
}
