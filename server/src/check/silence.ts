import type { Project } from '../project/project.ts';
import type { Configured, PerFileIgnore } from './configured.ts';
import type { Problem } from './problem.ts';
import { type SuppressedName, type Suppressions, suppressionsIn } from './suppressions.ts';

/** What is to be left unsaid in a project, with a note of what was: filled by `covers`. */
export class Silence {
  readonly perFileIgnores: readonly PerFileIgnore[];
  readonly #project: Project;
  readonly #byPath = new Map<string, Suppressions | undefined>();
  readonly #used = new Set<SuppressedName | PerFileIgnore>();

  constructor(project: Project, { perFileIgnores }: Configured) {
    this.#project = project;
    this.perFileIgnores = perFileIgnores;
  }

  /** Whether a comment in its file, or the configuration, asks to leave `problem` unsaid. */
  covers(problem: Problem): boolean {
    const { path, rule } = problem;
    const reasons = [
      ...(this.in(path)?.covering(problem) ?? []),
      ...this.perFileIgnores.filter((ignore) => ignore.rule === rule.name && ignore.matches(path)),
    ];
    for (const reason of reasons) this.#used.add(reason);
    return reasons.length > 0;
  }

  /** Whether anything was left unsaid because of `reason`. */
  isUsed(reason: SuppressedName | PerFileIgnore): boolean {
    return this.#used.has(reason);
  }

  /** The comments of the file at `path`. */
  in(path: string): Suppressions | undefined {
    if (!this.#byPath.has(path)) {
      const document = this.#project.files.document(path);
      this.#byPath.set(path, document && suppressionsIn(document));
    }
    return this.#byPath.get(path);
  }
}
