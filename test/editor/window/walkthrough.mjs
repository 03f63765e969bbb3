/** The walkthrough, by keyboard alone. */
import { repeat, report, runCommand } from './hands.mjs';

export const walkthrough = [
  { name: 'the palette opens the walkthrough', picture: 'walkthrough', run: openWalkthrough },
  { name: 'the keyboard reaches each of its steps, and each has a picture', run: walkSteps },
  { name: 'a step does what it says, and is done then', run: doStep },
];

const steps = (page) => page.locator('.gettingStartedContainer .getting-started-step');
const image = (page) => page.locator('.gettingStartedContainer .getting-started-media img').first();

async function openWalkthrough({ page }) {
  // The panel takes half of the room.
  await page.keyboard.press('Control+j');
  await runCommand(page, 'Open the walkthrough');
  await steps(page).nth(2).waitFor();
  await image(page).waitFor();
}

const titles = ['Verify it', 'See what Vercel will do', 'Fix it, or ask the log'];

async function openStep(page, index) {
  const expanded = page.locator('.getting-started-step.expanded', { hasText: titles[index] });
  await repeat(page, async () => {
    // In a step that is open already, Enter would press its button.
    if ((await expanded.count()) === 0) await steps(page).nth(index).press('Enter');
    await expanded.waitFor({ timeout: 5_000 });
  });
}

async function walkSteps({ page }) {
  for (const [index, title] of titles.entries()) {
    await openStep(page, index);
    await image(page).waitFor();
    const words = (await image(page).getAttribute('alt')) ?? '';
    if (words.length < 20) throw new Error(`the picture of "${title}" is described by "${words}"`);
  }
}

async function doStep({ page }) {
  await openStep(page, 0);
  const button = steps(page).first().getByRole('button', { name: 'Verify deploy config' }).last();
  await repeat(page, async (again) => {
    if (again) await runCommand(page, 'Open the walkthrough');
    await button.focus();
    await page.keyboard.press('Enter');
    await report(page).locator('h2').first().waitFor({ timeout: 15_000 });
  });
  await repeat(page, async () => {
    await runCommand(page, 'Open the walkthrough');
    await steps(page).first().locator('.codicon-getting-started-step-checked').first().waitFor({ timeout: 10_000 });
  });
}
