import { builderText } from '../documents/builderText.ts';
import { remembered } from '../documents/remembered.ts';
import type { SourceFile } from '../documents/sourceFile.ts';
import { parseTomlValue } from '../documents/toml.ts';
import type { Files } from '../project/files.ts';
import { buildFolder } from './buildFolder.ts';
import type { BuildError } from './deployment.ts';
import { isTable, type Shape } from './shape.ts';

/** A manifest as plain data; or the error with which the builder stops at it. */
export type ManifestData =
  | { readonly data: Readonly<Record<string, unknown>>; readonly error?: undefined }
  | { readonly error: BuildError; readonly data?: undefined };

type Raw = { readonly value: unknown } | { readonly fault: string };

const tomlOf = remembered((source: SourceFile): Raw => attempt(builderText(source), parseTomlValue));
const jsonOf = remembered((source: SourceFile): Raw => attempt(builderText(source), JSON.parse));

/** The table in the file at `path`, checked for its shape; `undefined` where there is no such file. */
export function manifestData(
  files: Files,
  path: string,
  { format, shape }: { readonly format: 'toml' | 'json'; readonly shape: Shape },
): ManifestData | undefined {
  const source = files.source(path);
  if (!source) return undefined;
  const raw = format === 'toml' ? tomlOf(source) : jsonOf(source);
  const name = `${buildFolder}/${path}`;
  if ('fault' in raw) {
    const message = `Could not parse config file "${name}": ${raw.fault}`;
    return { error: { code: 'PYTHON_CONFIG_PARSE_ERROR', message, file: path } };
  }
  const faults = shape(raw.value, []);
  if (faults.length === 0 && isTable(raw.value)) return { data: raw.value };
  const lines = faults.map(({ path: keys, message }) => `  - ${keys.join('.') || '(root)'}: ${message}`);
  const message = `Invalid config in "${name}":\n${lines.join('\n')}`;
  return { error: { code: 'PYTHON_CONFIG_VALIDATION_ERROR', message, file: path } };
}

/** The table in a TOML file whose shape nobody checks; `undefined` where it is missing, or is no TOML. */
export function tomlTable(files: Files, path: string): Readonly<Record<string, unknown>> | undefined {
  const source = files.source(path);
  const raw = source && tomlOf(source);
  return raw && 'value' in raw && isTable(raw.value) ? raw.value : undefined;
}

/** The value at `keys`, or `undefined` where there is none. */
export function valueAt(data: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isTable(at) && Object.hasOwn(at, key) ? at[key] : undefined), data);
}

function attempt(text: string, parser: (text: string) => unknown): Raw {
  try {
    return { value: parser(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
