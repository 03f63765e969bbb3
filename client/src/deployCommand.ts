import { l10n } from 'vscode';
/** What is run in a terminal: the program, and its arguments one by one, so that no shell takes them apart. */
export interface CommandLine {
  readonly program: string;
  readonly arguments: readonly string[];
}

export type DeployTarget = 'production' | 'preview';

/** Deploys the folder that it runs in, and shows the log of the build. Source: `vercel deploy --help` 64.0.2 */
export function deployCommand(target: DeployTarget): CommandLine {
  return { program: 'vercel', arguments: ['deploy', ...(target === 'production' ? ['--prod'] : []), '--logs'] };
}

/** Makes production what `deployment` is. Source: `vercel rollback --help` 64.0.2: the argument is required. */
export function rollbackCommand(deployment: string): CommandLine {
  return { program: 'vercel', arguments: ['rollback', deployment] };
}

/**
 * The deployment that somebody means who wrote `text`: the host of its URL, or its id.
 * @returns `undefined` for anything else, such as an option of the command line
 */
export function deploymentNamed(text: string): string | undefined {
  const name = text.trim();
  if (/^dpl_[A-Za-z0-9]+$/.test(name)) return name;
  return /^(?:https?:\/\/)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)\/?$/i.exec(
    name,
  )?.[1];
}

/** An error that would make the deployment fail, as it is listed to a person. */
export interface ListedError {
  readonly message: string;
  /** The path as it is shown. */
  readonly path: string;
}

const mostListed = 5;

/** The errors of a root, a line each, as a dialog lists them. */
export function errorList(errors: readonly ListedError[]): string {
  const lines = errors.slice(0, mostListed).map(({ message, path }) => `${path}: ${message}`);
  const more = errors.length - lines.length;
  return [...lines, ...(more > 0 ? [l10n.t('and {0} more', more)] : [])].join('\n');
}

/** `2 errors would make …` */
export function errorHeadline(name: string, count: number): string {
  if (count === 1) return l10n.t('{0} is not ready to deploy: 1 error.', name);
  return l10n.t('{0} is not ready to deploy: {1} errors.', name, count);
}
