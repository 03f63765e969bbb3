/** The way that most people go: a squiggle, its fix, the report, the view, all fixes, the preview. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeLine, editor, findCommand, isFocused, openFile, repeat, report, runCommand } from './hands.mjs';

/** The problem that is mended: where it is, what its fix is called, and the code that the fix leaves. */
const problem = {
  file: 'backend/api_handler.py',
  line: 'def handler',
  word: 'handler',
  fix: 'handler = Mangum(app',
  fixed: 'handler = Mangum(app',
};

/** The steps; a `part` is a picture of the walkthrough. */
export const mainPath = [
  { name: 'the handler shows a squiggle and says why', picture: 'squiggle', run: showProblem },
  {
    name: 'Ctrl+. offers the fix',
    picture: 'quick-fix',
    part: 'fix',
    run: openQuickFixes,
  },
  { name: 'Enter applies it, and the squiggle is gone', picture: 'fixed', run: applyFix },
  { name: 'saving writes the fix to disk', run: save },
  { name: 'the palette finds `Verify deploy config`', picture: 'palette', run: findVerify },
  {
    name: 'the report opens and Problems is filled',
    picture: 'report',
    part: 'verify',
    narrow: true,
    run: verify,
  },
  { name: 'a link in the report leads to its file', run: followLink },
  { name: 'the view shows each area, and a click leads to the line', picture: 'readiness', run: showReadiness },
  { name: '`Fix all safe problems` says what it did', picture: 'fix-all', run: fixAll },
  { name: 'the next report replaces the one before', run: verifyAgain },
  {
    name: 'the preview explains what Vercel will do',
    picture: 'preview',
    part: 'preview',
    narrow: true,
    run: showPreview,
  },
];

const squiggles = (page) => editor(page).locator('.cdr.squiggly-error, .cdr.squiggly-warning');

async function showProblem({ page }) {
  await openFile(page, problem.file);
  await squiggles(page).first().waitFor();
  await repeat(page, async () => {
    await problemWord(page).hover();
    await page.locator('.monaco-hover', { hasText: 'preflight' }).first().waitFor({ timeout: 5_000 });
  });
}

const problemWord = (page) => codeLine(page, problem.line).locator('span', { hasText: problem.word }).last();

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
  await runCommand(page, 'Notifications: Clear All Notifications', 'Clear All Notifications');
  await runCommand(page, 'Show deployment preview');
  await page.locator('.tab', { hasText: 'Deployment preview' }).waitFor();
  await report(page).getByText('Python 3.12').first().waitFor();
}

async function fixAll({ page }) {
  await page.locator('.tab', { hasText: 'runtime.txt' }).click();
  await runCommand(page, 'Fix all safe problems');
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
