/**
 * Writes server/data/pythonPackages.json, what is known of Python packages: releases, the Pythons they admit, their files.
 *
 *     node scripts/packageFacts.mjs FILE DATE
 *
 * FILE is a table of the same encoding as the result, made from the lock files of public repositories (`docs/facts.md` says
 * how, and what an entry means). DATE is the day of the newest lock file in it. Versions that cannot be are left out.
 */

import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { inRoot } from './paths.mjs';

const [file, date] = process.argv.slice(2);
if (!file || !/^\d{4}-\d\d-\d\d$/.test(date ?? '')) {
  console.error('usage: node scripts/packageFacts.mjs FILE YYYY-MM-DD');
  process.exit(2);
}

/** Seen in one lock file only, and never published: they would be the newest release of the package. */
const impossible = new Map([['pymongo', '10.10.10.10']]);

const table = JSON.parse(await readFile(file, 'utf8'));
if (table.format !== 1) throw new Error(`format ${table.format} is not known`);

const packages = Object.entries(table.pkgs)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, runs]) => [name, runs.flatMap(([python, files, versions]) => run(name, python, files, versions))]);

function run(name, python, files, versions) {
  if (python !== null && !table.py[python < 0 ? -1 - python : python]) throw new Error(`${name}: no such specifier`);
  if (files !== null && table.tags[files] === undefined) throw new Error(`${name}: no such files`);
  const kept = versions.split(' ').filter((token) => token !== impossible.get(name));
  return kept.length > 0 ? [[python, files, kept.join(' ')]] : [];
}

const lines = (entries) => entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',\n');
const text = `{
"format":1,
"source":"Lock files of 85 public repositories and the release tags of 41, up to ${date}: docs/facts.md",
"date":${JSON.stringify(date)},
"pythons":${JSON.stringify(table.py)},
"files":${JSON.stringify(table.tags)},
"packages":{
${lines(packages)}
},
"kilobytes":{
${lines(Object.entries(table.sizes_kB).sort(([a], [b]) => (a < b ? -1 : 1)))}
}
}
`;
JSON.parse(text);
await writeFile(inRoot('server', 'data', 'pythonPackages.json'), text);
console.error(`${packages.length} packages, ${text.length} bytes.`);
