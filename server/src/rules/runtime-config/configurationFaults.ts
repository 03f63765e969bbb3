import type { Configuration } from '../../documents/configuration.ts';
import type { TomlDocument, TomlEntry } from '../../documents/toml.ts';
import { type ConfigurationValue, configurationKeys } from '../../facts/configuration.ts';
import type { Span } from '../../text/span.ts';

/** A value that is not what its key takes. */
export interface ConfigurationFault {
  readonly span: Span;
  /** The key that it stands under. */
  readonly key: string;
  readonly wanted: ConfigurationValue;
  /** The value; absent where a table stands in its place. */
  readonly entry?: TomlEntry;
}

/** Every value of `configuration` that is not what facts/configuration.ts says of its key; one not typed yet is none. */
export function configurationFaults({ toml, prefix }: Configuration): ConfigurationFault[] {
  return configurationKeys.flatMap(({ name, value }) => faultsAt(toml, [...prefix, name], value));
}

function faultsAt(toml: TomlDocument, path: readonly string[], wanted: ConfigurationValue): ConfigurationFault[] {
  if (!toml.has(path)) return [];
  const key = path.at(-1) ?? '';
  const entry = toml.entry(path);
  if (wanted.kind === 'table') {
    const isTable = entry ? entry.kind === 'inlineTable' : !toml.has([...path, 0]);
    if (!isTable) return faultHere(toml, path, wanted);
    return toml.keys(path).flatMap(({ name }) => faultsAt(toml, [...path, name], wanted.value));
  }
  if (wanted.kind === 'choice') {
    const isChoice = wanted.choices.some(({ name }) => name === entry?.string);
    return isChoice ? [] : faultHere(toml, path, wanted);
  }
  if (entry?.kind !== 'array') return faultHere(toml, path, wanted);
  return entry.items
    .filter((item) => item.kind !== 'string')
    .map((item) => ({ span: item.valueSpan, key, wanted, entry: item }));
}

function faultHere(toml: TomlDocument, path: readonly string[], wanted: ConfigurationValue): ConfigurationFault[] {
  const key = path.at(-1) ?? '';
  const entry = toml.entry(path);
  const keySpan = toml.keys(path.slice(0, -1)).find(({ name }) => name === key)?.span;
  const span = entry?.valueSpan ?? keySpan;
  return span && span.start < span.end ? [{ span, key, wanted, ...(entry ? { entry } : {}) }] : [];
}
