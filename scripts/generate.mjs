// Writes what is made from the sources: the indexes of rules and of log signatures, docs/rules/*.md, docs/log-signatures.md,
// docs/configuration.md, l10n/bundle.l10n.json and THIRD_PARTY_NOTICES.md.
// `--check` only says what is stale.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { shippedPackages } from './build.mjs';
import { bundleText } from './l10n.mjs';
import { notices } from './notices.mjs';

const root = path.resolve(import.meta.dirname, '..');
const checkOnly = process.argv.includes('--check');
const stale = [];

write('server/src/rules/index.ts', rulesIndex());
write('server/src/logs/signatures/index.ts', signaturesIndex());
const { rules, rulePage, ruleTable, signatures, signaturePage, configurationPage } = await load();
write('docs/log-signatures.md', signaturePage(signatures));
const pages = new Map(rules.map((rule) => [`docs/rules/${rule.name}.md`, rulePage(rule)]));
pages.set('docs/rules/README.md', ruleTable(rules));
for (const [file, text] of pages) write(file, text);
for (const name of fs.readdirSync(path.join(root, 'docs/rules'))) {
  if (!pages.has(`docs/rules/${name}`) && name !== 'not-checked.md') remove(`docs/rules/${name}`);
}
write('docs/configuration.md', configurationPage());
write('l10n/bundle.l10n.json', bundleText());
write('THIRD_PARTY_NOTICES.md', notices(await shippedPackages()));
if (stale.length > 0) {
  console.log(`${checkOnly ? 'Stale' : 'Written'}: ${stale.join(', ')}`);
  if (checkOnly) process.exit(1);
}

/** One import a rule file, in the order of areas and names. */
function rulesIndex() {
  const folder = path.join(root, 'server/src/rules');
  const files = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((area) => fs.readdirSync(path.join(folder, area.name)).map((file) => `${area.name}/${file}`))
    .filter((file) => fs.readFileSync(path.join(folder, file), 'utf8').includes('export default defineRule('))
    .sort();
  const nameOf = (file) => path.basename(file, '.ts');
  return [
    '// Made by `npm run generate` from the files in the folders of the areas. Do not edit.',
    ...files.map((file) => `import ${nameOf(file)} from './${file}';`).sort(),
    "import type { Rule } from './rule.ts';",
    '',
    '/** Every rule, by area and name. */',
    `export const rules: readonly Rule[] = [\n${files.map((file) => `  ${nameOf(file)},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** One import a signature file, by name. */
function signaturesIndex() {
  const folder = path.join(root, 'server/src/logs/signatures');
  const names = fs
    .readdirSync(folder)
    .filter((file) => fs.readFileSync(path.join(folder, file), 'utf8').includes('export default defineSignature('))
    .map((file) => path.basename(file, '.ts'))
    .sort();
  return [
    '// Made by `npm run generate` from the files in this folder. Do not edit.',
    "import type { Signature } from '../signature.ts';",
    ...names.map((name) => `import ${name} from './${name}.ts';`),
    '',
    '/** Every signature, by name. */',
    `export const signatures: readonly Signature[] = [\n${names.map((name) => `  ${name},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** The rules, the signatures and their page writers, bundled, so that this script runs on any Node that the project supports. */
async function load() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preflight-generate-'));
  const outfile = path.join(folder, 'rules.cjs');
  const source = `export { rules } from './server/src/rules/index.ts';
export { configurationPage } from './server/src/features/configurationPage.ts';
export { rulePage, ruleTable } from './server/src/features/rulePage.ts';
export { signatures } from './server/src/logs/signatures/index.ts';
export { signaturePage } from './server/src/features/signaturePage.ts';`;
  try {
    await build({
      stdin: { contents: source, resolveDir: root, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function write(file, text) {
  const full = path.join(root, file);
  if (fs.existsSync(full) && fs.readFileSync(full, 'utf8') === text) return;
  stale.push(file);
  if (checkOnly) return;
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, text);
}

function remove(file) {
  stale.push(file);
  if (!checkOnly) fs.rmSync(path.join(root, file));
}
