/**
 * Takes Vercel's schemas of vercel.json into server/src/facts/vercelJsonSchemaData.ts.
 *
 *     node scripts/vercelJsonSchema.mjs                 the versions that the facts name
 *     node scripts/vercelJsonSchema.mjs 64.0.2 0.7.2    these of `vercel` and `@vercel/config`
 *
 * What the command line of Vercel enforces lies in its bundle as a compiled validator that carries its schema.
 * What the public type of the configuration says, with its descriptions, is made from `@vercel/config`.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

const target = inRoot('server/src/facts/vercelJsonSchemaData.ts');
const before = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
const known = (name) => new RegExp(`${name} (\\S+)`).exec(before)?.[1];
const [cli = known('`vercel`'), config = known('`@vercel/config`')] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preflight-schema-'));
try {
  fs.writeFileSync(target, moduleOf(compact(await cliSchema()), compact(publicSchema())));
  console.log(`Written: ${path.relative(inRoot('.'), target)}`);
} finally {
  fs.rmSync(folder, { recursive: true });
}

async function cliSchema() {
  const unpacked = unpack('vercel', cli);
  fs.mkdirSync(path.join(unpacked, 'node_modules/@vercel'), { recursive: true });
  fs.symlinkSync(inRoot('node_modules/@vercel/build-utils'), path.join(unpacked, 'node_modules/@vercel/build-utils'));
  const validator = await import(pathToFileURL(path.join(unpacked, 'dist/chunks/config-validator.mjs')).href);
  return validator.getConfigValidator().schema;
}

function publicSchema() {
  const types = path.join(unpack('@vercel/config', config), 'dist/types.d.ts');
  const generator = ['--yes', 'ts-json-schema-generator@2.4.0', '--path', types, '--type', 'VercelConfig'];
  const text = execFileSync('npx', [...generator, '--no-type-check'], { encoding: 'utf8' });
  const { definitions } = JSON.parse(text);
  return { definitions };
}

function unpack(name, version) {
  const place = path.join(folder, name.replace('/', '-'));
  fs.mkdirSync(place);
  const packed = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: place, encoding: 'utf8' });
  execFileSync('tar', ['xzf', packed.trim(), '--strip-components=1'], { cwd: place });
  return place;
}

/** Says everything that is said more than once a single time: the value of `$ref` is its line in `shared`. */
function compact(schema) {
  const counts = new Map();
  count(schema, counts);
  const lines = new Map();
  const packed = pack(schema, counts, lines);
  return { schema: packed, shared: [...lines.keys()] };
}

function count(node, counts) {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) {
    const text = JSON.stringify(node);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const child of Object.values(node)) count(child, counts);
}

function pack(node, counts, lines) {
  if (Array.isArray(node)) return node.map((child) => pack(child, counts, lines));
  if (typeof node !== 'object' || node === null) return node;
  const children = Object.entries(node).filter(([key]) => key !== 'example');
  const packed = Object.fromEntries(children.map(([key, child]) => [key, pack(child, counts, lines)]));
  const text = JSON.stringify(packed);
  if (text.length < 60 || counts.get(JSON.stringify(node)) === 1) return packed;
  if (!lines.has(text)) lines.set(text, lines.size);
  return { $ref: lines.get(text) };
}

function moduleOf(enforced, described) {
  return `// Made by scripts/vercelJsonSchema.mjs. Do not edit.

/**
 * What \`vercel\` ${cli} enforces (\`buildVercelConfigSchema\`).
 *
 * Source: dist/chunks/config-validator.mjs of the package
 * Date: ${new Date().toISOString().slice(0, 10)}
 */
${constants('enforced', enforced)}
/**
 * What the type \`VercelConfig\` of \`@vercel/config\` ${config} describes: all keys that the public may use.
 *
 * Source: dist/types.d.ts of the package
 * Date: ${new Date().toISOString().slice(0, 10)}
 */
${constants('described', described)}`;
}

function constants(name, { schema, shared }) {
  const top = Object.entries(schema).map(([key, value]) => `${JSON.stringify(key)}:${linesOf(value)}`);
  return `export const ${name}Schema = ${literal(`{\n${top.join(',\n')}\n}`)};

/** What it says more than once, a schema a line. */
export const ${name}Shared = ${literal(shared.join('\n'))};
`;
}

function linesOf(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const lines = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}:${JSON.stringify(child)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function literal(text) {
  const safe = text.replace(/`|\$(?=\{)|[^\0-\x7f]/g, escaped);
  return `${safe.includes('\\') ? 'String.raw' : ''}\`${safe}\``;
}
