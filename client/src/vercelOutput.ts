import { l10n } from 'vscode';
/** What the `vercel` command line prints, read: a log to explain, or why there is none. No process, no editor but for its language. */

/** Which deployment a person means. */
export interface Deployment {
  /** A host such as `shop-git-main.vercel.app`, or an id such as `dpl_8TcJmPsRQoYnS9yx`. Letters, digits, `.`, `-` and `_`. */
  readonly id: string;
  /** The team in the URL of the dashboard. */
  readonly team?: string;
}

const host = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+$/i;
const identifier = /^(?:dpl_)?([A-Za-z0-9]{16,64})$/;
const team = /^[a-z0-9][a-z0-9_-]*$/i;

/**
 * The deployment in what somebody typed or pasted: its URL, its id, or the page of the dashboard that shows it (as
 * `vercel inspect` takes them). `undefined` where it is none of these.
 */
export function deploymentIn(input: string): Deployment | undefined {
  const text = input.trim();
  const known = identifier.exec(text);
  if (known) return { id: `dpl_${known[1]}` };
  const url = urlOf(text);
  if (!url || !host.test(url.hostname)) return undefined;
  if (!/^(?:www\.)?vercel\.com$/.test(url.hostname)) return { id: url.hostname };
  const [owner = '', , id = ''] = url.pathname.split('/').filter(Boolean);
  const found = identifier.exec(id);
  return found && team.test(owner) ? { id: `dpl_${found[1]}`, team: owner } : undefined;
}

function urlOf(text: string): URL | undefined {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

const [bell, esc] = [String.fromCharCode(7), String.fromCharCode(27)];
const escapes = new RegExp(`${esc}\\[[0-?]*[ -/]*[@-~]`, 'g');

/** `text` without colours. */
export function plain(text: string): string {
  return text.replace(escapes, '');
}

/** Titles, and marks of the shell. */
const commands = new RegExp(`${esc}\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\)`, 'g');
/** Back to the start of the line, to write it anew. */
const restarts = new RegExp(`${esc}\\[(?:2K|[01]?G)`, 'g');

/**
 * What a terminal was sent, as lines of text: without colours, titles and what was written over. The line in which the
 * command line says its own version is left out, since that is not the one that builds.
 */
export function terminalText(sent: string): string {
  const lines = plain(sent.replace(commands, '').replace(restarts, '\r')).split(/\r?\n/);
  const last = lines.map((line) => line.replace(/\r+$/, '')).map((line) => line.slice(line.lastIndexOf('\r') + 1));
  return last.filter((line) => !/^(?:> )?Vercel CLI \d/.test(line)).join('\n');
}

/**
 * The build log in what `vercel inspect --logs` prints. Each of its lines has a moment before it; the others are the command
 * line's own, and its version there is not the one that built.
 */
export function buildLogIn(printed: string): string {
  const lines = plain(printed)
    .split(/\r?\n/)
    .filter((line) => /^\d{4}-\d\d-\d\dT[\d:.]+Z {2}/.test(line));
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * The runtime log in what `vercel logs --json` prints: a JSON object a line, the newest first, with the last one for the sum.
 * Each line of a message gets its moment, as the dashboard shows it. Older command lines print the record itself.
 */
export function runtimeLogIn(printed: string): string {
  const records = plain(printed).split(/\r?\n/).flatMap(recordIn);
  const ordered = records.every(({ at }) => !Number.isNaN(at))
    ? records.map((record, index) => ({ ...record, index })).sort((a, b) => a.at - b.at || b.index - a.index)
    : records.reverse();
  return ordered
    .flatMap(({ at, message }) => {
      const moment = Number.isNaN(at) ? '' : `${new Date(at).toISOString()} `;
      return message
        .replace(/\s+$/, '')
        .split(/\r?\n/)
        .map((line) => `${moment}${line}\n`);
    })
    .join('');
}

function recordIn(line: string): { at: number; message: string }[] {
  const value = jsonIn(line);
  const record = asObject(value?.data) ?? value;
  // What it says of itself, an error among it, is no record.
  if (!value || !record || value.type === 'summary' || value.type === 'warning' || value.status === 'error') return [];
  const { message, timestamp, timestampInMs } = record;
  if (typeof message !== 'string' || message.trim() === '') return [];
  const at = timestamp ?? timestampInMs;
  const moment = typeof at === 'string' || typeof at === 'number' ? new Date(at).getTime() : Number.NaN;
  return [{ message, at: moment }];
}

function jsonIn(line: string): Record<string, unknown> | undefined {
  if (!line.trimStart().startsWith('{')) return undefined;
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

interface Failure {
  readonly pattern: RegExp;
  readonly says: (deployment: string, folder: string) => string;
}

/** What the command line says when it cannot, in the words of vercel 64.0.2 and of those before it. */
const failures: readonly Failure[] = [
  {
    pattern: /No existing credentials found|token (?:is|provided)[^.]* not valid|vercel login|not[ _]authenticated/i,
    says: () =>
      l10n.t('You are not signed in to Vercel on this machine. Run `vercel login` in a terminal, then try again.'),
  },
  {
    pattern: /isn['’]t linked|not linked|not_linked|no project linked/i,
    says: (_deployment, folder) =>
      l10n.t('The folder {0} is not linked to a project on Vercel. Run `vercel link` there, then try again.', folder),
  },
  {
    pattern: /Can['’]t find the deployment|deployment[_ ]not[_ ]found|No deployment found|invalid deployment id/i,
    says: (deployment) =>
      l10n.t(
        'Vercel finds no deployment {0} in the team that `vercel` works for. Look at the URL again, or choose the team with `vercel switch`.',
        deployment,
      ),
  },
  {
    pattern: /permission to access|not authorized|forbidden|scope does not exist/i,
    says: (deployment) =>
      l10n.t(
        'The account that `vercel` is signed in with may not see {0}. Choose the team with `vercel switch`, or sign in with `vercel login`.',
        deployment,
      ),
  },
  {
    pattern: /team-owned projects only/i,
    says: () =>
      l10n.t(
        'Vercel gives the log of functions to projects of a team only. Copy it from the dashboard, and explain the clipboard.',
      ),
  },
  {
    pattern: /unknown or unexpected option|unknown option|unexpected argument/i,
    says: () => l10n.t('This `vercel` is too old for that. Run `npm install --global vercel@latest`, then try again.'),
  },
];

/** Why there is no log, for the person who asked for it; `undefined` where the command line says nothing about it. */
export function failureIn(printed: string, deployment: string, folder: string): string | undefined {
  const text = plain(printed);
  const known = failures.find(({ pattern }) => pattern.test(text));
  if (known) return known.says(deployment, folder);
  const message = text.split(/\r?\n/).flatMap((line) => {
    const found = jsonIn(line)?.message ?? /^\s*(?:> )?Error:?\s+(.+)/.exec(line)?.[1];
    return typeof found === 'string' ? [found] : [];
  })[0];
  return message === undefined ? undefined : l10n.t('`vercel` says: {0}', message.slice(0, 300));
}
