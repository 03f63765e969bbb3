import type { AnyDocument } from '../documents/kinds.ts';
import { type ConfigurationValue, configurationKeys, configurationValueAt } from '../facts/configuration.ts';
import { rulePage } from '../facts/product.ts';
import type { Rule } from '../rules/rule.ts';
import { textAt } from '../text/span.ts';
import type { Hover } from './completion.ts';
import { keyText } from './configurationPage.ts';
import { type ConfigurationPlace, configurationPlace, configurationText } from './configurationPlace.ts';
import { link } from './markdown.ts';

/** What the word at `offset` of a configuration means; `undefined` where there is none that is known. */
export function configurationHover(document: AnyDocument, offset: number, rules: readonly Rule[]): Hover | undefined {
  const configuration = configurationText(document);
  if (!configuration) return undefined;
  // A pointer stands on a character, a caret between two: at the start of a word it is the one behind that counts.
  for (const at of [offset, offset + 1]) {
    const place = configurationPlace(configuration, at);
    if (!place || place.word.start === place.word.end) continue;
    const markdown = textFor(place, textAt(document.text, place.word), rules);
    return markdown === undefined ? undefined : { span: place.word, markdown };
  }
  return undefined;
}

function textFor({ part, path }: ConfigurationPlace, word: string, rules: readonly Rule[]): string | undefined {
  if (path.length === 0) {
    const key = configurationKeys.find(({ name }) => name === word);
    return key && keyText(key);
  }
  const value = configurationValueAt(path);
  if (!value) return undefined;
  return part === 'value' ? valueWordText(value, word, rules) : keyWordText(value, word, rules);
}

function keyWordText(value: ConfigurationValue, word: string, rules: readonly Rule[]): string | undefined {
  return value.kind === 'table' && value.keys === 'rule' ? ruleText(word, rules) : undefined;
}

function valueWordText(value: ConfigurationValue, word: string, rules: readonly Rule[]): string | undefined {
  if (value.kind === 'choice') return value.choices.find(({ name }) => name === word)?.summary;
  return value.kind === 'list' && value.of === 'rule' ? ruleText(word, rules) : undefined;
}

/** What a rule is about, in short. */
export function ruleText(name: string, rules: readonly Rule[]): string | undefined {
  const rule = rules.find((candidate) => candidate.name === name);
  return rule && `${rule.summary} (${rule.severity})\n\n${rule.why}\n\n${link(rule.name, rulePage(rule.name))}`;
}
