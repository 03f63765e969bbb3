import { l10n } from 'vscode';
import { type LogRequest, type Machine, run } from './vercelCli.ts';
import { failureIn } from './vercelOutput.ts';

/**
 * The names of the variables that the Vercel project of a folder has for production, as `vercel env ls` of 64.0.2 tells
 * them. It tells values too, of those that are no secrets: they are dropped here, and go nowhere.
 * @param executable what `findVercel` found
 * @throws Error whose message says why they are not known and what to do; also where `signal` was raised
 */
export async function productionVariables(
  executable: string,
  request: Pick<LogRequest, 'folder' | 'signal' | 'limit'>,
  machine: Machine,
): Promise<string[]> {
  const { printed, stdout, isCut } = await run(
    executable,
    ['env', 'ls', 'production', '--format', 'json'],
    request,
    machine,
  );
  if (request.signal?.aborted) throw new Error(l10n.t('it was cancelled.'));
  const names = namesIn(stdout);
  if (names) return names;
  const failure = failureIn(withoutValues(printed), l10n.t('the variables'), request.folder);
  if (failure !== undefined) throw new Error(failure);
  if (isCut) throw new Error(l10n.t('`vercel` did not answer in time. Try again.'));
  throw new Error(
    l10n.t('`vercel env ls` answers in a way that is not known here. Run `npm install --global vercel@latest`.'),
  );
}

/** `undefined` for what is no answer. */
function namesIn(stdout: string): string[] | undefined {
  try {
    const { envs } = JSON.parse(stdout.slice(Math.max(0, stdout.indexOf('{'))));
    if (!Array.isArray(envs)) return undefined;
    return [...new Set(envs.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])))];
  } catch {
    return undefined;
  }
}

/** An answer that was cut off may hold values. */
function withoutValues(printed: string): string {
  return printed
    .split(/\r?\n/)
    .filter((line) => !/"(?:value|key)"/.test(line))
    .join('\n');
}
