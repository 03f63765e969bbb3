/**
 * The core as a bundle of its own. The server of the desktop and that of the browser are the same but for how they speak
 * with the client; packed twice, the core would be half of what people download.
 *
 * `core.js` puts its modules into `globalThis.preflightCore`, by path. In the servers, every import of a transport that
 * leads into the core is answered from there.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const source = inRoot('server', 'src');
const transports = path.join(source, 'transports');
const layers = new Set(['text', 'facts', 'documents', 'project', 'deployment', 'rules', 'check', 'logs', 'features']);

/**
 * Packages that both servers have from here. The classes of the first must be shared, or a grammar that is loaded by one is no
 * grammar for the other; the others are large and the same everywhere.
 */
const sharedPackages = ['web-tree-sitter', 'vscode-languageserver-types', 'vscode-languageserver-textdocument'];

/** The glue of Vercel's analysis, which its package does not export. */
const analysis = 'node_modules/@vercel/python-analysis/dist/wasm/vercel_python_analysis.js';

/** Where the entry of the core is written. */
export const coreEntry = 'out/coreEntry.ts';

/** Writes the entry: all modules of the core that a transport imports. */
export async function writeCoreEntry() {
  const names = [...(await importedModules()), ...sharedPackages, analysis];
  const imports = names.map((name, index) => `import * as m${index} from ${JSON.stringify(specifierOf(name))};`);
  const entries = names.map((name, index) => `${JSON.stringify(name)}: m${index}`);
  await mkdir(inRoot('out'), { recursive: true });
  await writeFile(inRoot(coreEntry), `${imports.join('\n')}\nglobalThis.preflightCore = { ${entries.join(', ')} };\n`);
}

function specifierOf(name) {
  if (name === analysis) return `../${name}`;
  return sharedPackages.includes(name) ? name : `../server/src/${name}`;
}

async function importedModules() {
  const found = new Set();
  for (const file of await readdir(transports, { recursive: true })) {
    if (!file.endsWith('.ts') || file.startsWith('cli')) continue;
    const text = await readFile(path.join(transports, file), 'utf8');
    for (const [, specifier] of text.matchAll(/from '(\.[^']+)'/g)) {
      const name = coreModule(path.resolve(transports, path.dirname(file), specifier));
      if (name) found.add(name);
    }
  }
  return [...found].sort();
}

/** The name of a module of the core, such as `check/checkProject.ts`; `undefined` for other files. */
function coreModule(file) {
  const name = path.relative(source, file).split(path.sep).join('/');
  return layers.has(name.split('/')[0]) ? name : undefined;
}

/** Answers the imports of transports from the core that is loaded already. */
export const fromCore = {
  name: 'from-core',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path: specifier, importer, resolveDir }) => {
      if (!importer.startsWith(transports + path.sep)) return undefined;
      const file = path.resolve(resolveDir, specifier);
      const name = file === inRoot(analysis) ? analysis : coreModule(file);
      return name ? { path: name, namespace: 'core' } : undefined;
    });
    onResolve({ filter: new RegExp(`^(?:${sharedPackages.join('|')})$`) }, ({ path: name }) => ({
      path: name,
      namespace: 'core',
    }));
    onLoad({ filter: /.*/, namespace: 'core' }, ({ path: name }) => ({
      contents: `module.exports = globalThis.preflightCore[${JSON.stringify(name)}];`,
      loader: 'js',
    }));
  },
};
