import type { Completion, Hover } from '../../../server/src/features/completion.ts';
import { describedCompletion, describedHover } from '../../../server/src/features/vercelJson/described.ts';
import { languageSchema, vercelSchemaUri } from '../../../server/src/features/vercelJson/schema.ts';
import { jsonLanguage } from '../../../server/src/transports/jsonLanguage.ts';

export const language = jsonLanguage(vercelSchemaUri, languageSchema());

/** What Vercel's schema offers at `|`. */
export function described(json: string): Promise<readonly Completion[]> {
  return describedCompletion(language, json.replace('|', ''), json.indexOf('|'));
}

export async function labels(json: string): Promise<string[]> {
  return (await described(json)).map(({ label }) => label);
}

/** What Vercel's schema says of what is at `|`. */
export function explained(json: string): Promise<Hover | undefined> {
  return describedHover(language, json.replace('|', ''), json.indexOf('|'));
}

/**
 * `text` with the completion in it.
 * @param value what is put where the value of a key has to be filled in.
 */
export function accepted(text: string, { span, newText, isSnippet, comma }: Completion, value = ''): string {
  const plain = isSnippet
    ? newText
        .replace(/(": |, )\$\d(?=,?$| )/g, `$1${value}`)
        .replace(
          /\\([\\$}])|\$\{\d+:([^}]*)\}|\$\d+/g,
          (_match, escaped?: string, words?: string) => escaped ?? words ?? '',
        )
    : newText;
  const before =
    comma === undefined ? text.slice(0, span.start) : `${text.slice(0, comma)},${text.slice(comma, span.start)}`;
  return before + plain + text.slice(span.end);
}
