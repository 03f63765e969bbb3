/** The view and the report in the themes that people with other eyes, or in the dark, work in. */
import { repeat, report, runCommand } from './hands.mjs';

const themes = [
  { theme: 'Dark Modern', picture: 'dark', className: 'vs-dark' },
  { theme: 'Default High Contrast', picture: 'high-contrast', className: 'hc-black' },
  { theme: 'Default High Contrast Light', picture: 'high-contrast-light', className: 'hc-light' },
];

/** Milliseconds after which the editor has written down what is open. */
const remembering = 8_000;

const restored = {
  name: 'the report is there again when the window is loaded anew',
  async run({ page }) {
    await runCommand(page, 'View: Close All Editors', 'Close All Editors');
    // On a busy machine the editor may not have written it down yet.
    await repeat(page, async () => {
      await runCommand(page, 'Verify deploy config');
      await report(page).locator('h2').first().waitFor();
      await page.waitForTimeout(remembering);
      await page.reload();
      await report(page).locator('h2').first().waitFor({ timeout: 20_000 });
    });
  },
};

const inThemes = themes.map(({ theme, picture, className }) => ({
  name: `the view and the report are readable in ${theme}`,
  picture,
  async run({ page, configure }) {
    await configure({ 'workbench.colorTheme': theme });
    await page.reload();
    await page.locator(`.monaco-workbench.${className}`).waitFor();
    await runCommand(page, 'Verify deploy config');
    await report(page).locator('h2').first().waitFor();
    await runCommand(page, 'Focus on Deploy Readiness View', 'Deploy Readiness');
    await page.locator('.part.sidebar .monaco-list-row', { hasText: 'Python version' }).first().waitFor();
    for (const what of ['td', 'li > a', 'td code']) {
      const ratio = await contrastOf(report(page).locator(what).first());
      if (ratio < 4.5) throw new Error(`"${what}" of the report has a contrast of ${ratio.toFixed(1)} in ${theme}`);
    }
  },
}));

/** The window is loaded anew for each theme. */
export const themeSteps = [restored, ...inThemes];

/** The contrast between the colour of a text and what is behind it, as WCAG 2 reckons it. */
function contrastOf(locator) {
  return locator.evaluate((element) => {
    const numbers = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color) => {
      const [r, g, b] = numbers(color).map((part) => part / 255);
      const linear = (part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    let behind = element;
    const isClear = (color) => numbers(color)[3] === 0;
    while (behind.parentElement && isClear(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    const shown = getComputedStyle(behind).backgroundColor;
    const variable = getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background');
    const probe = Object.assign(document.createElement('i'), { style: `color: ${variable}` });
    document.body.append(probe);
    const background = isClear(shown) ? getComputedStyle(probe).color : shown;
    probe.remove();
    const [a, b] = [light(getComputedStyle(element).color), light(background)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
}
