import type { LanguageSchema } from './schema.ts';

/** One entry that a language service for JSON offers, as it says it. */
export interface JsonSuggestion {
  /** A key as it is, a value as JSON. */
  readonly label: string;
  readonly isKey: boolean;
  /** A snippet: the key with a value to fill in, or the value, and a comma where one is due. */
  readonly insertText: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** Empty for those that keep their order. */
  readonly sortText: string;
}

/**
 * A language service for JSON that knows one schema. The library that it is made of is large and is loaded when somebody
 * first asks: so transports bring it, and the core knows this much of it.
 */
export interface JsonLanguage {
  /** What can be written at `offset` of `text`. */
  complete(text: string, offset: number): Promise<readonly JsonSuggestion[]>;
  /** What the schema says of the key or value at `offset`, as Markdown; empty where it says nothing. */
  explain(text: string, offset: number): Promise<string>;
}

/** @param uri what documents name in `$schema` when they mean `schema`. */
export type MakeJsonLanguage = (uri: string, schema: LanguageSchema) => JsonLanguage;
