import type { ParsedArguments } from './arguments.ts';
import type { ExitCode, Host } from './host.ts';

export interface OptionSpec {
  /** What stands for the value in help; absent for a flag. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly help: string;
}

/** A command: what it is called with, and what it does. */
export interface Command {
  readonly name: string;
  /** Names of the arguments. */
  readonly positionals: readonly string[];
  /** How many of them must be given; none unless it says so. */
  readonly needed?: number;
  /** Whether the last of them may be given again and again. */
  readonly repeats?: boolean;
  /** One phrase for the list of commands. */
  readonly summary: string;
  /** Sentences for the command's own help. */
  readonly details: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(host: Host, args: ParsedArguments): Promise<ExitCode>;
}
