import { kindsWithoutComments } from '../check/suppressions.ts';
import type { Configuration } from '../documents/configuration.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import { encodeTomlKey } from '../documents/tomlStrings.ts';
import { textOf } from '../documents/tomlValues.ts';
import { type ConfigurationValue, configurationKeys, configurationValueAt } from '../facts/configuration.ts';
import type { Rule } from '../rules/rule.ts';
import { contains } from '../text/span.ts';
import type { Completion } from './completion.ts';
import { ruleText } from './configurationHover.ts';
import { keyText, valueText } from './configurationPage.ts';
import { type ConfigurationPlace, configurationPlace, configurationText } from './configurationPlace.ts';

/** A word that may stand at a place. */
type Candidate = Pick<Completion, 'label' | 'kind' | 'detail' | 'documentation'>;

type Where = Pick<Configuration, 'toml' | 'prefix'>;

/** What can be written at `offset` of a configuration, best first; nothing that stands there already. */
export function configurationCompletion(
  document: AnyDocument,
  offset: number,
  rules: readonly Rule[],
): readonly Completion[] {
  const configuration = configurationText(document);
  const place = configuration && configurationPlace(configuration, offset);
  if (!configuration || !place) return [];
  if (place.part === 'value') return values(configuration, place, rules);
  if (place.part === 'header') return headers(place);
  return keys(configuration, place, rules);
}

function headers({ path, word }: ConfigurationPlace): Completion[] {
  const tables = configurationKeys.filter(({ value }) => value.kind === 'table');
  return path.length > 0 ? [] : tables.map((key) => ({ ...keyCandidate(key), span: word, newText: key.name }));
}

function keys({ toml, prefix }: Where, place: ConfigurationPlace, rules: readonly Rule[]): Completion[] {
  const { path, word } = place;
  const written = toml
    .keys([...prefix, ...path])
    .filter(({ span }) => !contains(span, word))
    .map(({ name }) => name);
  const rest = toml.text.slice(word.end + (place.isClosed ? 1 : 0));
  return keyCandidates(path, rules)
    .filter(({ label }) => !written.includes(label))
    .map((candidate) => {
      const value = configurationValueAt([...path, candidate.label]);
      const sign = value?.kind === 'table' ? '.' : ' = ';
      const behind = /^[ \t]*[=.]/.test(rest) || (place.quote !== '' && place.isClosed) ? '' : sign;
      const name = place.quote ? candidate.label : encodeTomlKey(candidate.label);
      const close = place.quote && !place.isClosed ? place.quote : '';
      return { ...candidate, span: word, newText: `${name}${close}${behind}` };
    });
}

function keyCandidates(path: readonly string[], rules: readonly Rule[]): Candidate[] {
  if (path.length === 0) return configurationKeys.map(keyCandidate);
  const value = configurationValueAt(path);
  if (value?.kind !== 'table') return [];
  return value.keys === 'rule' ? ruleCandidates(rules) : fileCandidates;
}

function values({ toml, prefix }: Where, place: ConfigurationPlace, rules: readonly Rule[]): Completion[] {
  const value = configurationValueAt(place.path);
  if (!value || place.isElement !== (value.kind === 'list')) return [];
  const written = (toml.entry([...prefix, ...place.path])?.items ?? [])
    .filter(({ valueSpan }) => !contains(valueSpan, place.word))
    .map((item) => textOf(toml, item)?.value);
  return valueCandidates(value, rules)
    .filter(({ label }) => !written.includes(label))
    .map((candidate) => ({ ...candidate, span: place.word, newText: quoted(candidate.label, place) }));
}

function valueCandidates(value: ConfigurationValue, rules: readonly Rule[]): Candidate[] {
  if (value.kind === 'choice') {
    return value.choices.map(({ name, summary }) => ({
      label: name,
      kind: 'word',
      detail: summary,
      documentation: summary,
    }));
  }
  return value.kind === 'list' && value.of === 'rule' ? ruleCandidates(rules) : [];
}

/** With the quotes that are not there yet. */
export function quoted(word: string, { quote, isClosed }: ConfigurationPlace): string {
  if (quote === '') return JSON.stringify(word);
  return isClosed ? word : `${word}${quote}`;
}

function keyCandidate(key: (typeof configurationKeys)[number]): Candidate {
  return {
    label: key.name,
    kind: 'key',
    detail: valueText(key.value).replaceAll('`', ''),
    documentation: keyText(key),
  };
}

function ruleCandidates(rules: readonly Rule[]): Candidate[] {
  return rules.map(({ name, area }) => ({
    label: name,
    kind: 'rule',
    detail: area,
    documentation: ruleText(name, rules) ?? '',
  }));
}

/** Files that take no comment are what patterns are for. */
const fileCandidates: Candidate[] = kindsWithoutComments.map((name) => ({
  label: name,
  kind: 'file',
  detail: 'a file that takes no comments',
  documentation: `Rules that are not reported in \`${name}\` of this folder.`,
}));
