import { resolveDeployment } from '../../deployment/resolve.ts';
import { environmentInventory, missingAtImport } from '../../features/environmentInventory.ts';
import type { Files } from '../../project/files.ts';
import { lastValue } from './arguments.ts';
import type { Command } from './commandSpec.ts';
import { directoryNamed, rootsOf } from './directory.ts';
import { environmentJson, environmentText, type NamedInventory } from './formats/environment.ts';
import { asJson } from './formats/json.ts';
import { styleFor } from './formats/style.ts';
import { Lines } from './positions.ts';
import { ask, noteUnreadable, sessionOf } from './session.ts';

const formats = ['text', 'json'] as const;

export const env: Command = {
  name: 'env',
  positionals: ['DIR'],
  summary: 'environment variables: read where, set where, what is missing',
  details:
    'Lists each environment variable that the deployed code reads by name: where, whether the import fails without it,\n' +
    'and where it is set: in vercel.json, in .env files, or in the Vercel project as `vercel pull` wrote it down.\n' +
    'Values are never shown. Exits with 1 when a variable that the import needs is known to be missing.',
  options: { format: { value: 'FORMAT', choices: formats, help: 'how to print it' } },

  async run(host, args) {
    const directory = await directoryNamed(host, args.positionals[0] ?? '.');
    const session = await sessionOf(host, directory);
    const found = await ask(session, inventoriesIn);
    const named = found.map(
      (one): NamedInventory => ({ ...one, name: directory.nameOf(one.root), shown: (path) => directory.shown(path) }),
    );
    const isJson = lastValue<(typeof formats)[number]>(args, 'format', 'text') === 'json';
    const style = styleFor(host);
    await host.stdout(
      isJson
        ? asJson({ version: 1, projects: named.map(environmentJson) })
        : `${named.map((one) => environmentText(one, style)).join('\n\n')}\n`,
    );
    await noteUnreadable(host, session);
    return found.some(({ inventory }) => missingAtImport(inventory).length > 0) ? 1 : 0;
  },
};

function inventoriesIn(files: Files): Pick<NamedInventory, 'root' | 'inventory' | 'lines'>[] {
  return rootsOf(files).map((root) => {
    const project = { root, files };
    const inventory = environmentInventory(project, resolveDeployment(project));
    const places = [...inventory.variables.flatMap(({ reads, places }) => [...reads, ...places]), ...inventory.unread];
    const paths = new Set(places.map(({ path }) => path));
    return {
      root,
      inventory,
      lines: new Map([...paths].map((path) => [path, new Lines(files.source(path)?.text ?? '')])),
    };
  });
}
