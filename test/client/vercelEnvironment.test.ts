import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { productionVariables } from '../../client/src/vercelEnvironment.ts';
import { standIn } from './standIn.ts';

/** As `vercel env ls --format json` of 64.0.2 prints it: a secret has no value. */
const envs = [
  { key: 'SECRET_KEY', type: 'sensitive', target: ['production'] },
  { key: 'MODE', value: 'hunter2', type: 'encrypted', target: ['production', 'preview'] },
  { key: 'MODE', value: 'hunter3', type: 'encrypted', target: ['production'], gitBranch: 'main' },
];

async function namesFrom(script: string, limit?: number): Promise<string[]> {
  const { machine, folder, executable } = await standIn(script);
  return productionVariables(executable, { folder, ...(limit === undefined ? {} : { limit }) }, machine);
}

const printing = (text: string) => `process.stdout.write(${JSON.stringify(text)});`;

describe.skipIf(process.platform === 'win32')('the variables of the Vercel project', () => {
  it('are asked for production, in the folder that is linked, and only names are taken', async () => {
    const { machine, folder, executable } = await standIn(
      `require('fs').writeFileSync('seen.json', JSON.stringify(process.argv.slice(2)));
       console.error('Vercel CLI 64.0.2');
       ${printing(JSON.stringify({ envs }, null, 2))}`,
    );
    expect(await productionVariables(executable, { folder }, machine)).toEqual(['SECRET_KEY', 'MODE']);
    const seen = JSON.parse(await readFile(path.join(folder, 'seen.json'), 'utf8'));
    expect(seen).toEqual(['env', 'ls', 'production', '--format', 'json']);
  });

  it('are none where there are none', async () => {
    expect(await namesFrom(printing('{ "envs": [] }'))).toEqual([]);
  });

  it.each([
    ['Error: No existing credentials found. Please run `vercel login`', /You are not signed in to Vercel/],
    ['Error: Your codebase isn\u2019t linked to a project on Vercel. Run `vercel link` to begin.', /is not linked/],
    ['Error: unknown or unexpected option: --format', /This `vercel` is too old for that/],
    ['Error: Something else', /`vercel` says: Something else/],
    ['nonsense', /answers in a way that is not known here/],
  ])('are not known where it prints %j', async (text, message) => {
    await expect(namesFrom(`console.error(${JSON.stringify(text)}); process.exit(1);`)).rejects.toThrow(message);
  });

  it('shows no value of an answer that was cut off', async () => {
    const cut = JSON.stringify({ envs }, null, 2).slice(0, -20).replace('hunter2', 'Error: hunter2');
    const asked = namesFrom(printing(cut));
    await expect(asked).rejects.toThrow(/not known here/);
    await expect(asked).rejects.not.toThrow(/hunter/);
  });

  it('are given up when it takes too long', async () => {
    await expect(namesFrom('setTimeout(() => {}, 60_000);', 200)).rejects.toThrow(/did not answer in time/);
  });
});
