import type { Span } from '../text/span.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';
import type { TomlDocument, TomlParser } from './toml.ts';
import { type TomlText, textArrayAtPath, textAtPath } from './tomlValues.ts';

/** A pair of a table, with its key. */
interface Named {
  readonly name: string;
  /** The key, quotes included. */
  readonly keySpan: Span;
}

/**
 * Our own configuration as it is written, in `.vercel-preflight.toml` or in a table of pyproject.toml. What has the wrong
 * type is left out, so half-typed text is a configuration too; whether a name or a word is known, the rules say.
 */
export interface Configuration {
  readonly toml: TomlDocument;
  /** Where it stands in the file: `[]`, or the path of the table. */
  readonly prefix: readonly string[];
  readonly rules: readonly (Named & { readonly severity: TomlText })[];
  readonly exclude: readonly TomlText[];
  readonly failOn?: TomlText;
  readonly perFileIgnores: readonly (Named & { readonly rules: readonly TomlText[] })[];
}

/** `.vercel-preflight.toml`. */
export interface ConfigurationDocument {
  readonly kind: '.vercel-preflight.toml';
  readonly text: string;
  readonly encoding: Encoding;
  readonly toml: TomlDocument;
  readonly configuration: Configuration;
}

/** Never throws. */
export function parseConfiguration(file: SourceFile, parser: TomlParser): ConfigurationDocument {
  const toml = parser.parse(file);
  const { text, encoding } = file;
  return { kind: '.vercel-preflight.toml', text, encoding, toml, configuration: configurationIn(toml, []) };
}

/** The configuration that stands at `prefix` of a TOML file. Never throws. */
export function configurationIn(toml: TomlDocument, prefix: readonly string[]): Configuration {
  const failOn = textAtPath(toml, [...prefix, 'fail-on']);
  return {
    ...{ toml, prefix },
    rules: namesBelow(toml, [...prefix, 'rules']).flatMap((named) => {
      const severity = textAtPath(toml, [...prefix, 'rules', named.name]);
      return severity ? [{ ...named, severity }] : [];
    }),
    exclude: textArrayAtPath(toml, [...prefix, 'exclude'])?.items ?? [],
    ...(failOn ? { failOn } : {}),
    perFileIgnores: namesBelow(toml, [...prefix, 'per-file-ignores']).map((named) => ({
      ...named,
      rules: textArrayAtPath(toml, [...prefix, 'per-file-ignores', named.name])?.items ?? [],
    })),
  };
}

function namesBelow(toml: TomlDocument, path: readonly string[]): Named[] {
  return toml.keys(path).map(({ name, span }) => ({ name, keySpan: span }));
}
