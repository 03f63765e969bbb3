import type { CheckOptions } from '../../check/checkProject.ts';
import type { Grammars } from '../../documents/parsers.ts';
import type { FileSystem, Files } from '../../project/files.ts';
import { Workspace } from '../../project/workspace.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Directory } from './directory.ts';
import { DiskFiles } from './files.ts';
import { type Host, reasonOf } from './host.ts';

/** What is checked, and how it counts. */
export type CheckSettings = Pick<CheckOptions, 'rules' | 'severities'>;

/** One folder, with the means to read it. */
export interface Session {
  readonly directory: Directory;
  readonly files: FileSystem;
  readonly grammars: Grammars;
}

export async function sessionOf(host: Host, directory: Directory): Promise<Session> {
  const files = host.fileSystem?.(directory.path) ?? new DiskFiles(directory.path);
  return { directory, files, grammars: await host.grammars() };
}

/** The answer to `question` about what is on disk now. */
export async function ask<T>(session: Session, question: (files: Files) => T): Promise<T> {
  const answer = await new Workspace(session.files, session.grammars).ask((files) => ({ value: question(files) }));
  if (!answer) throw new Error('a question about the files was given up');
  return answer.value;
}

/** Says on standard error what could not be read, because the answer may be another with it. */
export async function noteUnreadable(host: Host, { directory, files }: Session): Promise<void> {
  if (!(files instanceof DiskFiles)) return;
  for (const [path, error] of files.unreadable) {
    await host.stderr(`Note: ${directory.shown(path)} cannot be read (${reasonOf(error)}) and counts as missing.\n`);
  }
}

/** Crashes of rules in the last round of a question; rounds before it may have seen half of the files. */
export class Crashes {
  readonly #found = new Map<string, { rule: Rule; path: string; error: unknown }>();

  readonly onCrash: CheckOptions['onCrash'] = (rule, path, error) => {
    this.#found.set(`${rule.name} ${path}`, { rule, path, error });
  };

  /** Forgets what was noted, at the start of a round. */
  clear(): void {
    this.#found.clear();
  }

  /** Says on standard error which rules had no say. */
  async note(host: Host, directory: Directory): Promise<void> {
    for (const { rule, path, error } of this.#found.values()) {
      const stack = host.env.VERCEL_PREFLIGHT_DEBUG === '1' && error instanceof Error ? `\n${error.stack}` : '';
      const shown = `${directory.shown(path)}: ${reasonOf(error)}.${stack}`;
      await host.stderr(`Note: the rule ${rule.name} crashed and was left out for ${shown}\n`);
    }
  }
}
