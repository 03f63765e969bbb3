import type { EnvironmentInventory, VariableUse } from './environmentInventory.ts';
import { environmentHeadline, needText, settingTexts, statusText, unreadText } from './environmentWords.ts';
import { code, link, prose } from './markdown.ts';
import type { ShownPlace } from './report.ts';

/** An inventory to show, with what only a transport knows. */
export interface ShownInventory {
  readonly inventory: EnvironmentInventory;
  /** What to call the root, such as `backend`. */
  readonly name: string;
  /** Where `path` is, at `offset` if given. */
  place(path: string, offset?: number): ShownPlace;
}

/** The page of `Show environment variables`, as Markdown. Names and places only. */
export function environmentPage(inventories: readonly ShownInventory[]): string {
  const parts = inventories.length > 0 ? inventories.map(section) : [nothingFound];
  return `# Environment variables\n\n${parts.join('\n\n---\n\n')}\n\n---\n\n*${noValues}*\n`;
}

const nothingFound = 'No folder here says that it is deployed to Vercel.';
const noValues = 'Names and places only: values are never shown.';

function section(shown: ShownInventory): string {
  const { inventory, name } = shown;
  return [
    `## ${code(name)}`,
    prose(environmentHeadline(inventory)),
    ...(inventory.variables.length > 0 ? [table(shown)] : []),
    ...(inventory.unread.length > 0 ? [unread(shown)] : []),
  ].join('\n\n');
}

function table(shown: ShownInventory): string {
  const rows = shown.inventory.variables.map((variable) => row(shown, variable));
  return ['| Variable | On Vercel | Needed | Read in | Set in |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function row(shown: ShownInventory, variable: VariableUse): string {
  const reads = variable.reads.map(({ path, span }) => placeLink(shown, path, span.start));
  const places = variable.places.map(
    ({ path, span, kind }) => `${placeLink(shown, path, span?.start)} ${settingTexts[kind]}`,
  );
  const cells = [
    code(variable.name),
    statusText(variable, shown.inventory),
    needText(variable),
    ...[reads, places].map(unique),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const unique = (all: readonly string[]) => [...new Set(all)].join('<br>');

function unread(shown: ShownInventory): string {
  const lines = shown.inventory.unread.map(
    ({ name, path, span, kind }) => `- ${code(name)}: ${placeLink(shown, path, span?.start)} ${settingTexts[kind]}`,
  );
  return `### Not read\n\n${unreadText}\n\n${lines.join('\n')}`;
}

function placeLink({ place }: ShownInventory, path: string, offset: number | undefined): string {
  const { text, address } = place(path, offset);
  return link(prose(text), address);
}
