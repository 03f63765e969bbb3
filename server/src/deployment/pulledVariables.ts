import { dotenvEntries } from '../documents/dotenv.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { projectLinkOf } from './projectLink.ts';

/** The variables of the Vercel project as `vercel pull` wrote them down. */
export interface PulledVariables {
  readonly environment: 'production' | 'preview';
  readonly path: string;
  /** Names only: sensitive values are pulled empty, and no value is anybody's business. */
  readonly names: ReadonlySet<string>;
}

/**
 * Those of production, else of previews; `undefined` where they were not pulled. Those of development say nothing about
 * a deployment.
 * Source: `vercel pull` 64.0.2, which writes `.vercel/.env.<environment>.local` with `VERCEL_*` in it in any case.
 */
export function pulledVariablesOf(project: Project): PulledVariables | undefined {
  const folder = projectLinkOf(project)?.folder;
  if (folder === undefined) return undefined;
  for (const environment of ['production', 'preview'] as const) {
    const path = inside(folder, `.vercel/.env.${environment}.local`);
    const names = new Set(dotenvEntries(project.files.source(path)?.text ?? '').map(({ name }) => name));
    if ([...names].some((name) => /^VERCEL(?:_|$)/.test(name))) return { environment, path, names };
  }
  return undefined;
}

/**
 * Whether the variable is among them, in whatever case: libraries of settings read `SECRET_KEY` from `secret_key` too.
 * Source: https://docs.pydantic.dev/latest/concepts/pydantic_settings/#case-sensitivity
 */
export function hasVariable({ names }: Pick<PulledVariables, 'names'>, name: string): boolean {
  if (names.has(name)) return true;
  const lower = name.toLowerCase();
  return [...names].some((one) => one.toLowerCase() === lower);
}
