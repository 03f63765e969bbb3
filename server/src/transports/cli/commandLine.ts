import { stat } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../../../package.json';
import { parseArguments, suggestion } from './arguments.ts';
import type { Command } from './commandSpec.ts';
import { env } from './env.ts';
import { commandHelp, generalHelp } from './help.ts';
import { type ExitCode, Failure, type Host, UsageError, type Write } from './host.ts';
import { log } from './log.ts';
import { lsp } from './lsp.ts';
import { probe } from './probe.ts';
import { resolve } from './resolve.ts';
import { route } from './route.ts';
import { rules } from './rules.ts';
import { verify } from './verify.ts';

const commands: readonly Command[] = [verify, resolve, route, env, probe, log, rules, lsp];

const issues = 'https://github.com/vercel-python-preflight/vercel-python-preflight/issues';

/** Runs the command line once. Never rejects. */
export async function runCommandLine(given: Host): Promise<ExitCode> {
  const host: Host = { ...given, stdout: whileRead(given.stdout), stderr: whileRead(given.stderr) };
  try {
    return await dispatch(host);
  } catch (error) {
    return await failed(host, error);
  }
}

async function dispatch(host: Host): Promise<ExitCode> {
  const [first, ...rest] = host.argv;
  if (first === undefined) {
    await host.stderr(generalHelp(commands));
    return 2;
  }
  if (first === '--version' || first === '-V') return print(host, `vercel-preflight ${version}\n`);
  if (first === '--help' || first === '-h') return print(host, generalHelp(commands));
  if (first === 'help')
    return print(host, rest[0] === undefined ? generalHelp(commands) : commandHelp(await find(host, rest[0])));
  const command = await find(host, first);
  const args = parseArguments(command, rest);
  return args.flags.has('help') ? print(host, commandHelp(command)) : command.run(host, args);
}

async function print(host: Host, text: string): Promise<ExitCode> {
  await host.stdout(text);
  return 0;
}

async function find(host: Host, name: string): Promise<Command> {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  if (name.startsWith('-')) {
    throw new UsageError(`There is no option ${name} before a command.${suggestion(name, ['--help', '--version'])}`);
  }
  const isFolder = await stat(path.resolve(host.cwd, name)).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const near = suggestion(
    name,
    commands.map((candidate) => candidate.name),
  );
  const hint = near === '' && isFolder ? ` Did you mean \`vercel-preflight verify ${name}\`?` : near;
  throw new UsageError(`Unknown command "${name}".${hint}`);
}

async function failed(host: Host, error: unknown): Promise<ExitCode> {
  if (error instanceof UsageError) {
    const [command] = commands.filter(({ name }) => name === host.argv[0]);
    const help = command ? `vercel-preflight ${command.name} --help` : 'vercel-preflight --help';
    await host.stderr(`${error.message}\nRun \`${help}\` for what there is.\n`);
    return 2;
  }
  const isDebug = host.env.VERCEL_PREFLIGHT_DEBUG === '1';
  const stack = isDebug && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  if (error instanceof Failure) await host.stderr(`${error.message}\n${stack}`);
  else await host.stderr(`${unexpected(error, isDebug)}\n${stack}`);
  return 3;
}

function unexpected(error: unknown, isDebug: boolean): string {
  const what = `vercel-preflight failed: ${error instanceof Error ? error.message : String(error)}`;
  if (isDebug) return `${what}\nThis is a defect. Report it with the lines below: ${issues}`;
  return `${what}\nThis is a defect. Run it again with VERCEL_PREFLIGHT_DEBUG=1 and report what it prints: ${issues}`;
}

/** A reader that leaves, such as `head`, has seen enough: what comes after is dropped. */
function whileRead(write: Write): Write {
  return async (text) => {
    try {
      await write(text);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
    }
  };
}
