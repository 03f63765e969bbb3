/** The other surfaces, each as it is reached and read. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { codeLine, editor, openFile, repeat, report, runCommand } from './hands.mjs';

export const surfaces = [
  { name: 'the environment page names each variable and no value', picture: 'environment', run: showEnvironment },
  { name: '`Explain route` shows the steps of a request', picture: 'route', run: explainRoute },
  { name: '`Explain a rule` opens its page', picture: 'rule', run: explainRule },
  { name: '`Check deployment` shows what answers', picture: 'probe', run: checkDeployment },
  { name: 'a log is squiggled and explained', picture: 'log', run: explainLog },
  { name: 'vercel.json completes its keys', picture: 'completion', run: complete },
  { name: 'the language status says which Python runs', picture: 'status', run: showStatus },
  { name: 'the view is read out: every row says what it is', run: readTree },
];

async function showEnvironment({ page }) {
  await runCommand(page, 'Show environment variables');
  await page.locator('.tab', { hasText: 'Environment variables' }).waitFor();
  await report(page).getByText('SECRET_KEY').first().waitFor();
}

const input = (page) => page.locator('.quick-input-widget input').first();
const rows = (page) => page.locator('.quick-input-list .monaco-list-row');

async function explainRoute({ page }) {
  await runCommand(page, 'Explain route');
  await page.locator('.quick-input-widget', { hasText: 'The path of a request' }).waitFor();
  await input(page).fill('/api/orders');
  await page.keyboard.press('Enter');
  await rows(page).filter({ hasText: 'vercel.json' }).first().waitFor();
}

async function explainRule({ page }) {
  await page.keyboard.press('Escape');
  await runCommand(page, 'Explain a rule');
  await page.locator('.quick-input-widget input[placeholder="The rule to explain"]').waitFor();
  await input(page).fill('runtime-txt-not-read');
  await rows(page).filter({ hasText: 'runtime-txt-not-read' }).first().waitFor();
  await page.keyboard.press('Enter');
  await report(page).getByRole('heading', { name: 'runtime-txt-not-read' }).first().waitFor();
}

async function checkDeployment({ page }) {
  const server = createServer((request, response) => {
    const answers = { '/openapi.json': '{"openapi":"3.1.0","paths":{"/orders":{"get":{}}}}', '/orders': '[]' };
    const body = answers[request.url];
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(body ?? '{"detail":"Not Found"}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await runCommand(page, 'Check deployment');
    await page.locator('.quick-input-widget', { hasText: 'It is asked with GET' }).waitFor();
    await input(page).fill(`http://127.0.0.1:${server.address().port}`);
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: 'Deployment check' }).waitFor();
    await report(page).getByText('/orders').first().waitFor();
  } finally {
    server.close();
  }
}

const log = `Running build in Washington, D.C., USA (East) - iad1
Error: Could not find a top-level "app", "application", or "handler" in "api_handler.py".
`;

async function explainLog({ page, folder }) {
  await writeFile(path.join(folder, 'build.vercel.log'), log);
  await openFile(page, 'build.vercel.log');
  await editor(page).locator('.cdr.squiggly-error').first().waitFor();
  await runCommand(page, 'Explain deployment log');
  await page.locator('.tab', { hasText: 'Deployment log' }).waitFor();
  await report(page).getByText('top-level').first().waitFor();
}

async function complete({ page }) {
  await openFile(page, 'backend/vercel.json');
  await repeat(page, async () => {
    await codeLine(page, '"version": 2').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget.visible').waitFor({ timeout: 5_000 });
  });
}

async function showStatus({ page }) {
  await page.keyboard.press('Escape');
  await openFile(page, 'backend/api_handler.py');
  await repeat(page, async () => {
    await page.locator('.statusbar-item[id="status.languageStatus"]').first().hover();
    await page.getByText('Vercel: Python 3.12').first().waitFor({ timeout: 5_000 });
  });
}

/** What a screen reader says of a row is its label. */
async function readTree({ page }) {
  await page.keyboard.press('Escape');
  await runCommand(page, 'Focus on Deploy Readiness View', 'Deploy Readiness');
  const tree = page.locator('.part.sidebar .monaco-list-row');
  await tree.filter({ hasText: 'Python version' }).first().waitFor();
  const labels = await tree.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  const wanted = [
    /^backend .*Python 3\.12/,
    /^Python version: (?:pass|warn|fail)\./,
    /^(?:error|warning|information): /,
  ];
  for (const pattern of wanted) {
    if (!labels.some((label) => pattern.test(label))) throw new Error(`${pattern} is not among\n${labels.join('\n')}`);
  }
  const raw = labels.filter((label) => label.includes('`'));
  if (raw.length > 0) throw new Error(`a backtick would be read out:\n${raw.join('\n')}`);
}
