import { type Event, type Task, type TaskExecution, type Terminal, tasks, window } from 'vscode';

/** What a task came to. */
export interface Outcome {
  readonly exitCode: number;
  /** What its command line printed, as the terminal got it; absent where the editor or the shell does not tell. */
  readonly output?: string;
}

/** The part of VS Code 1.93 that is used; an older editor has none of it. */
interface ShellExecutions {
  readonly onDidStartTerminalShellExecution?: Event<{
    readonly terminal: Terminal;
    readonly execution: { read(): AsyncIterable<string> };
  }>;
}

const shells: ShellExecutions & { readonly state: unknown } = window;

/** Whether the output of a task can be read, so that nobody else needs to look for problems in it. */
export const canReadOutput = shells.onDidStartTerminalShellExecution !== undefined;

/** Characters of output that are kept: a build prints less. */
const largest = 20_000_000;
/** Milliseconds that the last of the output may take after its process has ended. */
const patience = 3000;

/**
 * Runs a task in its terminal, with the person at the keyboard, and reads along.
 * @returns the start of it; the outcome follows when its process has ended
 */
export async function runTask(task: Task): Promise<{ readonly outcome: Promise<Outcome> }> {
  const heard: { readonly terminal: Terminal; readonly text: Promise<string> }[] = [];
  const processes = new Map<TaskExecution, number>();
  let end: (outcome: { execution: TaskExecution; exitCode: number }) => void = () => undefined;
  const ended = new Map<TaskExecution, number>();
  const listeners = [
    // Other terminals may begin something meanwhile: what is not ours is dropped below, unread.
    shells.onDidStartTerminalShellExecution?.(({ terminal, execution }) => {
      heard.push({ terminal, text: textOf(execution.read()) });
    }),
    tasks.onDidStartTaskProcess(({ execution, processId }) => processes.set(execution, processId)),
    tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      ended.set(execution, exitCode ?? 1);
      end({ execution, exitCode: exitCode ?? 1 });
    }),
  ];
  const execution = await tasks.executeTask(task);
  const exitCode = new Promise<number>((resolve) => {
    const early = ended.get(execution);
    if (early !== undefined) resolve(early);
    end = (one) => one.execution === execution && resolve(one.exitCode);
  });
  const outcome = exitCode.then(async (code): Promise<Outcome> => {
    const output = await ofProcess(heard, processes.get(execution));
    for (const listener of listeners) listener?.dispose();
    return { exitCode: code, ...(output === undefined ? {} : { output }) };
  });
  return { outcome };
}

/** What the terminal of a process printed. */
async function ofProcess(
  heard: readonly { readonly terminal: Terminal; readonly text: Promise<string> }[],
  process: number | undefined,
): Promise<string | undefined> {
  for (const { terminal, text } of heard) {
    if (process === undefined || (await terminal.processId) !== process) continue;
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
    return Promise.race([text, late]);
  }
  return undefined;
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) if (text.length < largest) text += part;
  return text;
}
