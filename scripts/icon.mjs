/** Renders client/icon.svg into the PNG that extension galleries ask for. Run it by hand after a change to the drawing. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { inRoot } from './paths.mjs';
import { chromiumPath } from './vscode-host/browser.mjs';

const size = { width: 128, height: 128 };
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: size });
const drawing = await readFile(inRoot('client', 'icon.svg'), 'utf8');
await page.setContent(`<body style="margin: 0; background: transparent">${drawing}</body>`);
await page.screenshot({ path: inRoot('client', 'icon.png'), omitBackground: true, clip: { x: 0, y: 0, ...size } });
await browser.close();
