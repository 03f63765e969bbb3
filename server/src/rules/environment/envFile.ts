import { dotenvFilesIn } from '../../deployment/dotenvFiles.ts';
import { directoryOf, nameOf, upTo } from '../../project/paths.ts';
import type { ModuleContext } from '../rule.ts';

/** Whether a `.env` lies where it would be found and nothing keeps it from being deployed, by git or by hand. */
export function hasBundledEnvFile({ path, project }: ModuleContext): boolean {
  return upTo(directoryOf(path), project.root).some((folder) =>
    dotenvFilesIn(project, folder).some((file) => !file.ignored && nameOf(file.path) === '.env'),
  );
}
