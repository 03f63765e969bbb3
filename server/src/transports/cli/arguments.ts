import { parseArgs } from 'node:util';
import { nearest } from '../../text/nearest.ts';
import type { Command, OptionSpec } from './commandSpec.ts';
import { UsageError } from './host.ts';

/** The arguments of a command, checked against what it takes. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  /** Names of the flags that were given. */
  readonly flags: ReadonlySet<string>;
  /** The values of each option, in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

const helpOption: OptionSpec = { help: 'show this help' };

/**
 * Reads what follows the name of `command`.
 * @throws UsageError that says what is not understood, and what may have been meant.
 */
export function parseArguments(command: Command, argv: readonly string[]): ParsedArguments {
  const options: Readonly<Record<string, OptionSpec>> = { ...command.options, help: helpOption };
  const tokens = tokensOf(argv, options);
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const value = valueGiven(token, options);
    if (value === undefined) flags.add(token.name);
    else values.set(token.name, [...(values.get(token.name) ?? []), value]);
  }
  if (!flags.has('help')) checkCount(command, positionals);
  return { positionals, flags, values };
}

/** The last value given for the option `name`. */
export function lastValue<T extends string>(args: ParsedArguments, name: string, otherwise: T): T {
  return (args.values.get(name)?.at(-1) as T | undefined) ?? otherwise;
}

/** `Did you mean …?`, with a blank in front, or nothing where no candidate is near. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const best = nearest(word, candidates);
  return best === undefined ? '' : ` Did you mean \`${best}\`?`;
}

function tokensOf(argv: readonly string[], options: Readonly<Record<string, OptionSpec>>) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => {
      const short = name === 'help' ? { short: 'h' } : {};
      return [name, { type: value === undefined ? ('boolean' as const) : ('string' as const), ...short }];
    }),
  );
  return parseArgs({ args: [...argv], options: config, strict: false, allowPositionals: true, tokens: true }).tokens;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function valueGiven(token: OptionToken, options: Readonly<Record<string, OptionSpec>>): string | undefined {
  const { name, rawName, value } = token;
  const spec = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!spec) {
    const known = Object.keys(options).map((option) => `--${option}`);
    throw new UsageError(`There is no option ${rawName}.${suggestion(rawName, known)}`);
  }
  if (spec.value === undefined && value !== undefined) throw new UsageError(`${rawName} takes no value.`);
  if (spec.value === undefined) return undefined;
  if (value === undefined || value === '') throw new UsageError(`${rawName} needs a value: ${choicesText(spec)}.`);
  if (spec.choices && !spec.choices.includes(value)) {
    throw new UsageError(`${rawName} is ${choicesText(spec)}, not "${value}".${suggestion(value, spec.choices)}`);
  }
  return value;
}

/** `text, json or markdown`; what the value stands for where it is free. */
export function choicesText({ choices, value = '' }: OptionSpec): string {
  if (!choices) return value;
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function checkCount({ name, positionals, needed = 0, repeats = false }: Command, given: readonly string[]): void {
  const missing = positionals.slice(0, needed)[given.length];
  if (missing !== undefined) throw new UsageError(`\`${name}\` needs a ${missing}.`);
  const extra = repeats ? undefined : given[positionals.length];
  if (extra === undefined) return;
  const most = positionals.length === 0 ? 'no argument' : `one ${positionals.join(' and one ')}`;
  throw new UsageError(`\`${name}\` takes ${most}: "${extra}" is too many.`);
}
