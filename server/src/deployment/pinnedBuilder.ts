import { stringOf } from '../documents/vercelJson.ts';
import { relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { buildsOf, matchesOf } from './builds.ts';
import { functionSettingsOf, settingsFor } from './functionSettings.ts';

/** The version of the Python builder that vercel.json pins for the function at `path`; `undefined` where it pins none. */
export function pinnedBuilder(project: Project, path: string): string | undefined {
  const build = buildsOf(project).find((one) => one.isPython && matchesOf(project, one).includes(path));
  const settings = settingsFor(relativeTo(project.root, path), functionSettingsOf(project));
  const use = build ? stringOf(build.use) : settings?.runtime;
  return /^@(?:vercel|now)\/python@v?(\d+\.\d+\.\d+)$/.exec(use ?? '')?.[1];
}
