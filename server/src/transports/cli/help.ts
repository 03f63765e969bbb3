import { choicesText } from './arguments.ts';
import type { Command, OptionSpec } from './commandSpec.ts';

/** What `vercel-preflight --help` prints. */
export function generalHelp(commands: readonly Command[]): string {
  return `${[
    'vercel-preflight: will this Python backend deploy and run on Vercel, and why not?',
    'Usage: vercel-preflight COMMAND [OPTIONS]',
    `Commands:\n${aligned(commands.map((command) => [usageOf(command), command.summary]))}`,
    `Options:\n${aligned([
      ['--help', 'show this help, or that of a command'],
      ['--version', 'print the version'],
    ])}`,
    'Exit codes: 0 clean; 1 problems at or above --fail-on; 2 wrong use; 3 a failure of vercel-preflight itself.',
    'Nothing from your project is executed, and nothing but the requests of `probe` is sent anywhere.',
  ].join('\n\n')}\n`;
}

/** What `vercel-preflight COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, spec]) => [optionUsage(name, spec), optionText(spec)] as const,
  );
  return `${[
    `Usage: vercel-preflight ${usageOf(command)}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    command.details,
    `Options:\n${aligned([...options, ['--help', 'show this help']])}`,
  ].join('\n\n')}\n`;
}

function usageOf({ name, positionals, needed = 0, repeats = false, options }: Command): string {
  const always = name === 'lsp' && options.stdio ? ['--stdio'] : [];
  const named = positionals.map((positional, index) => (index < needed ? positional : `[${positional}]`));
  return [name, ...named, ...(repeats ? ['...'] : []), ...always].join(' ');
}

function optionUsage(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function optionText(spec: OptionSpec): string {
  return spec.choices ? `${spec.help}: ${choicesText(spec)}` : spec.help;
}

function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
