#!/usr/bin/env node
/**
 * The host as a "VS Code executable": takes the arguments that @vscode/test-electron gives to the desktop build, and runs
 * the suite in a real VS Code with a headless browser for a window. An argument it does not know is ignored, as Electron
 * does.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { withEditor } from './editor.mjs';
import { remoteFile, runSuite, workbenchUrl } from './workbench.mjs';

const limit = Number(process.env.VSCODE_HOST_LIMIT ?? 180_000);

/** Splits `--name=value` arguments from positional ones. */
function parse(argv) {
  const options = new Map();
  const positional = [];
  for (const arg of argv) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) positional.push(arg);
    else options.set(name, [...(options.get(name) ?? []), value]);
  }
  return { options, positional };
}

const asPath = (text) => (text.startsWith('file:') ? fileURLToPath(text) : path.resolve(text));

/** What the suite's author put into the user settings of the profile. */
async function userSettings(options) {
  const profile = options.get('user-data-dir')?.at(-1);
  if (!profile) return {};
  return JSON.parse(await readFile(path.resolve(profile, 'User', 'settings.json'), 'utf8').catch(() => '{}'));
}

function payloadOf(server, options) {
  const named = (option, files) => files.map((file) => [option, remoteFile(server, asPath(file))]);
  return [
    ...(options.has('disable-extensions') ? [['disableExtensions', 'true']] : []),
    ...named('extensionDevelopmentPath', options.get('extensionDevelopmentPath') ?? []),
    ...named('extensionTestsPath', options.get('extensionTestsPath') ?? []),
  ];
}

async function run({ options, positional }) {
  const extensions = options.get('extensions-dir')?.at(-1);
  const server = { testDriver: true, ...(extensions ? { extensions: path.resolve(extensions) } : {}) };
  const target = positional.map(asPath).at(-1);
  const place = target?.endsWith('.code-workspace') ? { workspaceFile: target } : { folder: target };
  const print = (type, line) => (type === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
  return withEditor({ settings: await userSettings(options), server }, (editor) => {
    const url = workbenchUrl(editor.server, place, payloadOf(editor.server, options));
    return runSuite(editor.page, url, { limit, print });
  });
}

const request = parse(process.argv.slice(2));
if (!request.options.has('extensionTestsPath')) {
  console.error('This executable only runs test suites: give it --extensionTestsPath.');
  process.exit(2);
}
process.exitCode = await run(request).catch((error) => {
  console.error(error);
  return 70;
});
