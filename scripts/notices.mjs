// The licences of the packages that ship, for THIRD_PARTY_NOTICES.md.
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The notices for packages by name: version, licence, where it comes from, and the text of the licence. */
export function notices(packages) {
  const introduction = 'This product contains the following software, unchanged but for bundling.';
  return `# Third-party notices\n\n${introduction}\n\n${[...packages].sort().map(notice).join('\n')}`;
}

function notice(name) {
  const folder = path.join(root, 'node_modules', name);
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const source = manifest.homepage ?? manifest.repository?.url ?? `https://www.npmjs.com/package/${name}`;
  const files = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|notice|thirdpartynotices)/i.test(file));
  const texts = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0) texts.push(`Licence: ${manifest.license}`);
  const blocks = texts.map((text) => `~~~~\n${text}\n~~~~`).join('\n\n');
  return `## ${name} ${manifest.version} (${manifest.license})\n\n${source}\n\n${blocks}\n`;
}
