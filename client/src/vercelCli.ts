/**
 * Gets a log through the person's own `vercel` command line, with the sign-in that it has. Nothing of it ships with the
 * extension, and no shell reads what somebody typed. Knows no editor but for its language.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { l10n } from 'vscode';
import { buildLogIn, type Deployment, failureIn, runtimeLogIn } from './vercelOutput.ts';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
}

export interface LogRequest {
  readonly kind: 'build' | 'runtime';
  readonly deployment: Deployment;
  /** The folder whose link to a project on Vercel counts: the root. */
  readonly folder: string;
  readonly signal?: AbortSignal;
  /** Milliseconds after which the command line is stopped; what it said until then counts. */
  readonly limit?: number;
  /** Characters of output after which it is stopped. */
  readonly largest?: number;
}

export interface FetchedLog {
  readonly text: string;
  /** Whether more was there than was taken. */
  readonly isCut: boolean;
}

const usualLimit = 120_000;
/** Milliseconds that a stopped command line has to end. */
const patience = 2000;
/** An editor shows extensions no document above 50 MB. */
const usualLargest = 20_000_000;

/** The absolute path of the `vercel` that a terminal would run; `undefined` where none is installed. */
export function findVercel({ platform, environment }: Machine): string | undefined {
  const isWindows = platform === 'win32';
  const { join, isAbsolute, delimiter } = isWindows ? path.win32 : path.posix;
  const key = Object.keys(environment).find((name) => (isWindows ? name.toUpperCase() : name) === 'PATH') ?? 'PATH';
  const folders = (environment[key] ?? '').split(delimiter).map((folder) => folder.replace(/^"(.*)"$/, '$1'));
  // A folder that is not absolute would be one of the project.
  const candidates = folders
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => (isWindows ? ['vercel.exe', 'vercel.cmd'] : ['vercel']).map((name) => join(folder, name)));
  return candidates.find((file) => isExecutable(file) && !(isWindows && /["%]/.test(file)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The log of a deployment, as text to explain.
 * @param executable what `findVercel` found
 * @throws Error whose message says why there is none and what to do; also where `signal` was raised
 */
export async function fetchLog(executable: string, request: LogRequest, machine: Machine): Promise<FetchedLog> {
  const { kind, deployment, folder, signal } = request;
  const { printed, isCut } = await run(executable, argumentsFor(request), request, machine);
  if (signal?.aborted) throw new Error(l10n.t('it was cancelled.'));
  const text = kind === 'build' ? buildLogIn(printed) : runtimeLogIn(printed);
  if (text !== '') return { text, isCut };
  const failure = failureIn(printed, deployment.id, folder);
  if (failure !== undefined) throw new Error(failure);
  if (isCut)
    throw new Error(l10n.t('`vercel` did not answer in time. Try again, or paste the log from the dashboard.'));
  throw new Error(
    kind === 'build'
      ? l10n.t(
          'There is no build log of {0}: it may still wait, or its log is gone. Look at it in the dashboard.',
          deployment.id,
        )
      : l10n.t(
          'The functions of {0} said nothing in the last hour. Request a page that fails, then try again.',
          deployment.id,
        ),
  );
}

/** Such as `vercel inspect shop.vercel.app --logs`, as vercel 64.0.2 takes it. */
function argumentsFor({ kind, deployment: { id, team } }: LogRequest): string[] {
  const scope = team === undefined ? [] : ['--scope', team];
  if (kind === 'build') return ['inspect', id, '--logs', ...scope];
  return ['logs', '--deployment', id, '--json', '--since', '1h', '--limit', '1000', ...scope];
}

export interface Output {
  /** All that it printed. */
  readonly printed: string;
  /** What it printed for other programs. */
  readonly stdout: string;
  readonly isCut: boolean;
}

/** Runs the person's own `vercel` with `args` in a folder. It gets no input, and is stopped when its time is over. */
export function run(
  executable: string,
  args: string[],
  request: Pick<LogRequest, 'folder' | 'signal' | 'limit' | 'largest'>,
  machine: Machine,
): Promise<Output> {
  const { signal, limit = usualLimit, largest = usualLargest } = request;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve({ printed: '', stdout: '', isCut: true });
    const child = start(executable, args, request.folder, machine);
    const parts = { stdout: '', stderr: '' };
    let isCut = false;
    const answer = () => resolve({ printed: `${parts.stdout}\n${parts.stderr}`, stdout: parts.stdout, isCut });
    const stop = () => {
      isCut = true;
      end(child, machine);
      // Where something that it started holds the output open.
      setTimeout(answer, patience).unref();
    };
    const timer = setTimeout(stop, limit);
    signal?.addEventListener('abort', stop, { once: true });
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
        if (parts.stdout.length + parts.stderr.length <= largest) parts[name] += chunk;
        else if (!isCut) stop();
      });
    }
    const finish = (done: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      done();
    };
    child.on('error', (error) =>
      finish(() => reject(new Error(l10n.t('`vercel` could not be started: {0}', error.message)))),
    );
    child.on('close', () => finish(answer));
  });
}

function start(executable: string, args: string[], folder: string, { platform, environment }: Machine): ChildProcess {
  // With `CI` it never opens a browser to sign in; Windows must not take a `node` of the project.
  const env = { ...environment, CI: '1', NO_COLOR: '1', FORCE_COLOR: '0', NoDefaultCurrentDirectoryInExePath: '1' };
  const options: SpawnOptions = { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true };
  if (platform !== 'win32') return spawn(executable, args, { ...options, detached: true });
  if (!executable.toLowerCase().endsWith('.cmd')) return spawn(executable, args, options);
  const root = environment.SystemRoot ?? 'C:\\Windows';
  return spawn(path.win32.join(root, 'System32', 'cmd.exe'), ['/d', '/s', '/c', commandLine(executable, args)], {
    ...options,
    windowsVerbatimArguments: true,
  });
}

/**
 * What `cmd /d /s /c` is to run: a script of Windows cannot be started otherwise. Quoted, nothing in it means anything to it.
 * @throws Error for an argument with a character that would
 */
export function commandLine(executable: string, args: readonly string[]): string {
  const odd = args.find((argument) => !/^[\w.-]+$/.test(argument));
  if (odd !== undefined) throw new Error(l10n.t('this cannot be passed on: {0}', odd));
  if (/["%\r\n]/.test(executable)) throw new Error(l10n.t('this cannot be started: {0}', executable));
  return `"${[executable, ...args].map((part) => `"${part}"`).join(' ')}"`;
}

/** Ends the command line and what it has started. */
function end(child: ChildProcess, { platform, environment }: Machine): void {
  if (child.pid === undefined) return;
  if (platform === 'win32') {
    const killer = path.win32.join(environment.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    spawn(killer, ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on('error', () => {
      child.kill();
    });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
