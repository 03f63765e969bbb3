/** What hands and eyes do in the window: each gesture of a person, and where they look. */
import path from 'node:path';

/** How often a gesture is made before it counts as failed: on a busy machine a menu may close before a key reaches it. */
const attempts = 3;

export const editor = (page) => page.locator('.editor-instance .monaco-editor').first();
export const codeLine = (page, text) => editor(page).locator('.view-line', { hasText: text }).first();

/** A preview is a page in a frame in a frame; while it is loaded anew there are two of the inner one. */
export const report = (page) => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');

export async function openFile(page, name) {
  // The list is that of recent files first; Enter takes the row in focus.
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: path.basename(name) });
  await repeat(page, async () => {
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget input').first().fill(name, { timeout: 5_000 });
    await row.waitFor({ timeout: 5_000 });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: path.basename(name) }).waitFor({ timeout: 5_000 });
  });
  await editor(page).locator('.view-lines').waitFor();
}

/** Opens the window, unless a step before did. */
export async function arrive({ page, url }) {
  if (page.url() === 'about:blank') await page.goto(url);
  await page.locator('.monaco-workbench').waitFor();
}

/** Opens the palette on a command. */
export async function findCommand(page, title, shown = `Vercel Preflight: ${title}`) {
  await repeat(page, async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${title}`, { timeout: 5_000 });
    await page.locator('.quick-input-list .monaco-list-row', { hasText: shown }).first().waitFor({ timeout: 5_000 });
  });
}

/** Runs a command from the palette. */
export async function runCommand(page, title, shown) {
  await findCommand(page, title, shown);
  await page.keyboard.press('Enter');
  // Else the next command would be typed into a palette that is about to close.
  await page.waitForFunction((typed) => {
    const input = document.querySelector('.quick-input-widget input');
    return !input?.checkVisibility() || input.value !== typed;
  }, `>${title}`);
}

export async function isFocused(locator) {
  return (await locator.getAttribute('class'))?.split(' ').includes('focused') ?? false;
}

/** Makes a gesture again when it did not arrive. */
export async function repeat(page, gesture) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await gesture(attempt > 1);
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
}
