import type { EnvironmentInventory, VariableUse } from '../../../features/environmentInventory.ts';
import type { SettingPlace } from '../../../features/environmentPlaces.ts';
import {
  environmentHeadline,
  needText,
  settingTexts,
  statusText,
  unreadText,
} from '../../../features/environmentWords.ts';
import type { Span } from '../../../text/span.ts';
import type { Lines, Range } from '../positions.ts';
import { hanging, padded, printable } from './printable.ts';
import type { TextStyle } from './style.ts';

/** An inventory with all that the formats show. */
export interface NamedInventory {
  /** Path of the root from the folder that was asked about. */
  readonly root: string;
  /** What a person calls the root. */
  readonly name: string;
  readonly inventory: EnvironmentInventory;
  /** The lines of each file that is named, by path. */
  readonly lines: ReadonlyMap<string, Lines>;
  /** A path as seen from the current folder. */
  shown(path: string): string;
}

/** The variables of a root for a person: one paragraph a variable, where it is read and where it is set below it. */
export function environmentText(named: NamedInventory, { colours, width: columns }: TextStyle): string {
  const { inventory, name } = named;
  const width = Math.max(0, ...inventory.variables.map((variable) => variable.name.length));
  const blocks = inventory.variables.map((variable) => {
    const isMissing = variable.status === 'missing' && variable.required;
    const status = `${statusText(variable, inventory)}, ${needText(variable)}`;
    const rows = [...readRows(variable, named), ...settingRows(variable.places, named)];
    const head = `  ${colours.bold(padded(printable(variable.name), width))}  ${isMissing ? colours.red(status) : status}`;
    return [head, ...rows.map((row) => `      ${colours.dim(hanging(printable(row), 6, columns))}`)].join('\n');
  });
  const unread = inventory.unread.map(
    (place) => `  ${colours.bold(printable(place.name))}  ${printable(settingRow(place, named))}`,
  );
  return [
    colours.bold(printable(name)),
    hanging(printable(environmentHeadline(inventory)), 0, columns),
    ...(blocks.length > 0 ? [blocks.join('\n')] : []),
    ...(unread.length > 0 ? [`${unreadText}\n${unread.join('\n')}`] : []),
  ].join('\n\n');
}

function readRows({ reads }: VariableUse, named: NamedInventory): string[] {
  return [...new Set(reads.map(({ path, span }) => `read in ${placeText(path, span, named)}`))];
}

function settingRows(places: readonly SettingPlace[], named: NamedInventory): string[] {
  return [...new Set(places.map((place) => settingRow(place, named)))];
}

function settingRow({ path, span, kind }: SettingPlace, named: NamedInventory): string {
  return `set in ${placeText(path, span, named)}, ${settingTexts[kind]}`;
}

function placeText(path: string, span: Span | undefined, { lines, shown }: NamedInventory): string {
  const line = span && lines.get(path)?.positionAt(span.start).line;
  return line === undefined ? shown(path) : `${shown(path)}:${line + 1}`;
}

/** The variables of a root, for programs. Its form is a contract: positions are zero-based, in UTF-16 units. No values. */
export function environmentJson({ root, inventory, lines }: NamedInventory): object {
  const rangeOf = (path: string, span: Span | undefined): Range | null =>
    (span && lines.get(path)?.rangeOf(span)) ?? null;
  const placeJson = ({ kind, path, span }: SettingPlace) => ({ kind, file: path, range: rangeOf(path, span) });
  const { pulled, variables, unread } = inventory;
  return {
    root: root || '.',
    pulled: pulled ? { environment: pulled.environment, file: pulled.path ?? null } : null,
    variables: variables.map(({ name, status, required, reads, places }) => ({
      name,
      status,
      required,
      reads: reads.map(({ path, span, ...read }) => ({
        file: path,
        range: rangeOf(path, span),
        atImport: read.atImport,
        required: read.required,
      })),
      set: places.map(placeJson),
    })),
    unread: unread.map((place) => ({ name: place.name, ...placeJson(place) })),
  };
}
