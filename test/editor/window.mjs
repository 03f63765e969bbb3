/**
 * Drives the window like a person would: the packaged extension, installed into a fresh VS Code, with mouse and keyboard.
 * Every step leaves a picture.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The problem that is mended: where it is, what its fix is called, and the code that the fix leaves. */
const problem = {
  file: 'backend/api_handler.py',
  line: 'def handler',
  word: 'handler',
  fix: 'handler = Mangum(app',
  fixed: 'handler = Mangum(app',
};

/** How often a gesture is made before it counts as failed: on a busy machine a menu may close before a key reaches it. */
const attempts = 3;

/** User settings that make the pictures readable and the same every time. */
export const settings = {
  'workbench.colorTheme': 'Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': true,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.lightbulb.enabled': 'on',
  'editor.stickyScroll.enabled': false,
  'explorer.openEditors.visible': 0,
  'outline.showFiles': false,
};

/** The steps, in order: each goes on from where the one before it ended. */
export const steps = [
  { name: 'the handler shows a squiggle and says why', picture: 'squiggle', run: showProblem },
  { name: 'Ctrl+. offers the fix', picture: 'quick-fix', run: openQuickFixes },
  { name: 'Enter applies it, and the squiggle is gone', picture: 'fixed', run: applyFix },
  { name: 'saving writes the fix to disk', run: save },
  { name: 'the palette finds `Verify deploy config`', picture: 'palette', run: findVerify },
  { name: 'the report opens and Problems is filled', picture: 'report', run: verify },
  { name: 'a link in the report leads to its file', run: followLink },
  { name: 'the view shows each area, and a click leads to the line', picture: 'readiness', run: showReadiness },
  { name: '`Fix all safe problems` says what it did', picture: 'fix-all', run: fixAll },
  { name: 'the next report replaces the one before', run: verifyAgain },
  { name: 'the preview explains what Vercel will do', picture: 'preview', run: showPreview },
];

const editor = (page) => page.locator('.editor-instance .monaco-editor').first();
const squiggles = (page) => editor(page).locator('.cdr.squiggly-error, .cdr.squiggly-warning');

async function showProblem({ page, url }) {
  await page.goto(url);
  await page.locator('.monaco-workbench').waitFor();
  await openFile(page, problem.file);
  await squiggles(page).first().waitFor();
  await repeat(page, async () => {
    await problemWord(page).hover();
    await page.locator('.monaco-hover', { hasText: 'preflight' }).first().waitFor({ timeout: 5_000 });
  });
}

const codeLine = (page, text) => editor(page).locator('.view-line', { hasText: text }).first();
const problemWord = (page) => codeLine(page, problem.line).locator('span', { hasText: problem.word }).last();

async function openFile(page, name) {
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input').fill(name);
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: path.basename(name) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await editor(page).locator('.view-lines').waitFor();
}

async function openQuickFixes({ page }) {
  await repeat(page, async () => {
    await page.keyboard.press('Escape');
    await problemWord(page).click();
    await page.keyboard.press('Control+.');
    await fixRow(page).waitFor({ timeout: 5_000 });
  });
}

const fixRow = (page) => page.locator('.action-widget .monaco-list-row', { hasText: problem.fix }).first();

async function applyFix({ page }) {
  await repeat(page, async (again) => {
    if (again) await openQuickFixes({ page });
    // The arrow keys choose the row, as a hand on the keyboard does.
    for (let moves = 0; moves < 10 && !(await isFocused(fixRow(page))); moves++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await codeLine(page, problem.fixed).waitFor({ timeout: 5_000 });
  });
  await squiggles(page).waitFor({ state: 'detached' });
}

async function isFocused(locator) {
  return (await locator.getAttribute('class'))?.split(' ').includes('focused') ?? false;
}

async function save({ page, folder }) {
  await page.keyboard.press('Control+s');
  await page.locator('.tab.active:not(.dirty)').waitFor();
  const file = path.join(folder, problem.file);
  for (const limit = Date.now() + 5_000; !(await readFile(file, 'utf8')).includes(problem.fixed); await sleep(50)) {
    if (Date.now() > limit) throw new Error(`the fix is not on disk:\n${await readFile(file, 'utf8')}`);
  }
}

async function findVerify({ page }) {
  await findCommand(page, 'Verify deploy config');
}

/** Opens the palette on one of our commands. */
async function findCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: `Vercel Preflight: ${title}` }).waitFor();
}

async function verify({ page }) {
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: 'Deploy config' }).waitFor();
  await report(page).locator('h2').first().waitFor();
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'database.py' }).first().waitFor();
}

async function followLink({ page }) {
  const link = report(page).getByRole('link', { name: 'runtime.txt' }).first();
  await repeat(page, async () => {
    await link.click();
    await page.locator('.tab.active', { hasText: 'runtime.txt' }).waitFor({ timeout: 5_000 });
  });
  await codeLine(page, 'python-3.9').waitFor();
}

async function showReadiness({ page }) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Focus on Deploy Readiness View');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Deploy Readiness' }).first().waitFor();
  await page.keyboard.press('Enter');
  const row = (text) => page.locator('.part.sidebar .monaco-list-row', { hasText: text }).first();
  await row('Python version').click();
  await row('runtime.txt:1').click();
  await page.locator('.tab.active', { hasText: 'runtime.txt' }).waitFor();
  await codeLine(page, 'Vercel runs 3.12').waitFor();
}

async function showPreview({ page }) {
  await findCommand(page, 'Show deployment preview');
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: 'Deployment preview' }).waitFor();
  await report(page).getByText('Python 3.12').first().waitFor();
}

async function fixAll({ page }) {
  await page.locator('.tab', { hasText: 'runtime.txt' }).click();
  await findCommand(page, 'Fix all safe problems');
  await page.keyboard.press('Enter');
  await page.locator('.notification-toast', { hasText: /Fixed \d+ problem/ }).waitFor();
  await codeLine(page, '3.9.18').waitFor();
}

async function verifyAgain({ page }) {
  await page.locator('.tab', { hasText: 'Deploy config' }).click();
  const pinned = report(page).getByText('runtime-txt-unpinned');
  await pinned.first().waitFor();
  // The preview takes the focus when it has loaded, and with it the palette away.
  await repeat(page, async () => {
    await findVerify({ page });
    await page.keyboard.press('Enter');
    await pinned.first().waitFor({ state: 'detached', timeout: 5_000 });
  });
  await report(page).locator('h2').first().waitFor();
  if ((await pinned.count()) > 0) throw new Error('the report still names the problem that was fixed');
}

/** A preview is a page in a frame in a frame; while it is loaded anew there are two of the inner one. */
const report = (page) => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');

/** Makes a gesture again when it did not arrive. */
async function repeat(page, gesture) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await gesture(attempt > 1);
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
}
