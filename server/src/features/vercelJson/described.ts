import type { Completion, Hover } from '../completion.ts';
import type { JsonLanguage, JsonSuggestion } from './jsonLanguage.ts';
import { isPath, type JsonPlace, jsonPlace, placeUnder } from './place.ts';
import { vercelSchemaUri } from './schema.ts';

/**
 * The keys and words that Vercel's schemas know at `offset`, with what has to be typed around them.
 * @param text of vercel.json, half-typed or not.
 */
export async function describedCompletion(
  language: JsonLanguage,
  text: string,
  offset: number,
): Promise<readonly Completion[]> {
  const place = jsonPlace(text, offset);
  if (!place) return [];
  const rest = text.slice(place.span.end);
  const asked = underVercelSchema(withoutWord(text, place));
  const found = await language.complete(asked.text, asked.offset);
  return (
    found
      // In broken text the library may see another place than we do: then nobody knows.
      .filter(({ isKey }) => isKey === (place.part === 'key'))
      .filter(({ label }) => !isPath(place.path, ['$schema']) || label === JSON.stringify(vercelSchemaUri))
      .sort((a, b) => Number(a.sortText > b.sortText) - Number(a.sortText < b.sortText))
      .map((suggestion) => completionOf(suggestion, place, rest))
  );
}

/** What Vercel's schemas say of the key or value at `offset`. */
export async function describedHover(language: JsonLanguage, text: string, offset: number): Promise<Hover | undefined> {
  const place = placeUnder(text, offset);
  if (!place) return undefined;
  const { start, end } = place.span;
  // What a key means is known by its value, which may not be there yet.
  const isAlone = place.part === 'key' && !/^\s*:/.test(text.slice(end));
  const whole = isAlone ? `${text.slice(0, end)}: null${text.slice(end)}` : text;
  const asked = underVercelSchema({ text: whole, offset: start });
  const markdown = await language.explain(asked.text, asked.offset);
  return markdown === '' ? undefined : { span: place.span, markdown };
}

interface Asked {
  readonly text: string;
  readonly offset: number;
}

/**
 * Without what the completion replaces: half a word is an error that the library does not always recover from. A key that has
 * a value stays, or the value would be without one.
 */
function withoutWord(text: string, { part, span: { start, end }, comma = start }: JsonPlace): Asked {
  const rest = text.slice(end);
  const isNamed = part === 'key' && /^\s*:/.test(rest);
  const before = comma < start ? `${text.slice(0, comma)},${text.slice(comma, start)}` : text.slice(0, start);
  // With a blank, or the library takes what follows for what is replaced.
  if (!isNamed) return { text: `${before} ${rest}`, offset: before.length };
  const key = text.slice(start, end);
  return { text: before + (key === '' ? '""' : key) + rest, offset: before.length + 1 };
}

/** Vercel reads the file by its own schema, whatever the document names. */
function underVercelSchema({ text, offset }: Asked): Asked {
  const [whole = '', key = ''] = /("\$schema"\s*:\s*)"[^"\n]*"/.exec(text) ?? [];
  if (whole === '') return { text, offset };
  const at = text.indexOf(whole);
  const named = `${key}"${vercelSchemaUri}"`;
  const isBehind = offset >= at + whole.length;
  return {
    text: text.slice(0, at) + named + text.slice(at + whole.length),
    offset: isBehind ? offset + named.length - whole.length : offset,
  };
}

function completionOf(suggestion: JsonSuggestion, { span, comma }: JsonPlace, rest: string): Completion {
  const { label, isKey, insertText, detail, documentation } = suggestion;
  const word = isKey ? label : stringIn(label);
  const isBuilt = !isKey && word === undefined && insertText.includes('$1');
  return {
    ...{ detail, documentation, span, isSnippet: true },
    ...(comma === undefined ? {} : { comma }),
    kind: isKey ? 'key' : isBuilt ? 'snippet' : 'word',
    label: isBuilt ? builtLabel(suggestion) : (word ?? label),
    newText: isKey ? withValue(suggestion, rest) : oneLine(insertText),
    filterText: isKey ? JSON.stringify(label) : label,
  };
}

/** The string that a label is in JSON. */
function stringIn(label: string): string | undefined {
  return /^"[^"\\]*"$/.test(label) ? label.slice(1, -1) : undefined;
}

/** An object is called the same where a list is put around it. */
function builtLabel({ label, insertText }: JsonSuggestion): string {
  return insertText.startsWith('[') && !label.startsWith('[') ? `[${label}]` : label;
}

/** The library leaves the value out where the schema allows several types, and takes 0 for any number. */
function withValue({ label, insertText }: JsonSuggestion, rest: string): string {
  const key = JSON.stringify(label).replace(/[\\$}]/g, '\\$&');
  if (/^\s*:/.test(rest)) return key;
  if (insertText !== key) return insertText.replace(/: \$\{1:0\}/, ': $1');
  return `${key}: $1${/^\s*(?:[,\]}]|$)/.test(rest) ? '' : ','}`;
}

/** A list around an object is put on lines of its own, which is more than it takes. */
function oneLine(snippet: string): string {
  return snippet.startsWith('[') ? snippet.replace(/\n\t*/g, '') : snippet;
}
