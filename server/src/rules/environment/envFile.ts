import { directoryOf, inside, upTo } from '../../project/paths.ts';
import type { RuleContext } from '../rule.ts';

/** Whether a `.env` lies where it would be found and nothing keeps it from being uploaded. */
export function hasBundledEnvFile({ path, project: { root, files } }: RuleContext): boolean {
  const folders = upTo(directoryOf(path), root);
  if (!folders.some((folder) => files.has(inside(folder, '.env')))) return false;
  const ignored = [...new Set([...folders, ''])].flatMap((folder) =>
    ['.gitignore', '.vercelignore'].map((name) => files.source(inside(folder, name))?.text ?? ''),
  );
  return !ignored.some((text) => /^[ \t]*\/?(?:\*\*\/)?(?:\.env\*?|\*\.env|\.env\.\*)[ \t]*\r?$/m.test(text));
}
