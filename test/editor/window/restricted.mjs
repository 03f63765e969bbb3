/** A folder that nobody trusts: everything that only reads works, and nothing that would start a process is offered. */
import { editor, findCommand, openFile } from './hands.mjs';

export const restrictedSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

export const restricted = [
  { name: 'a folder that is not trusted has its squiggles', picture: 'restricted', anew: true, run: showSquiggle },
  { name: 'a folder that is not trusted offers no deployment', anew: true, run: findNoDeployment },
];

async function showSquiggle({ page }) {
  await page.getByText('Restricted Mode').first().waitFor();
  await openFile(page, 'backend/runtime.txt');
  await editor(page).locator('.cdr.squiggly-warning').first().waitFor();
}

async function findNoDeployment({ page }) {
  await findCommand(page, 'Vercel Preflight', 'Vercel Preflight: Verify deploy config');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'Vercel Preflight: Verify deploy config' }).waitFor();
  for (const title of ['Deploy to production', 'Deploy preview', 'Roll back']) {
    await page.locator('.quick-input-widget input').first().fill(`>Vercel Preflight: ${title}`);
    // The list follows what is typed; what is left of ours has another title.
    await page.waitForTimeout(500);
    const found = await rows.filter({ hasText: `Vercel Preflight: ${title}` }).count();
    if (found > 0) throw new Error(`\`${title}\` is offered`);
  }
  await page.keyboard.press('Escape');
}
