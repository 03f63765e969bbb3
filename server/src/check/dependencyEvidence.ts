import { nameOf, relativeTo } from '../project/paths.ts';
import { namesIn } from '../rules/dependencies/manifestNames.ts';
import type { Checked, Evidence } from './evidenceParts.ts';

/** Which manifest is installed, and what it holds. A command of the user's own is not looked into. */
export function dependencyEvidence({ project, deployment: { install } }: Checked): Evidence {
  const shown = (path: string) => relativeTo(project.root, path);
  if (install.command !== undefined) {
    return {
      applies: false,
      evidence: 'A command of your own installs the dependencies. What it installs is not checked.',
    };
  }
  const { source, ignored } = install;
  if (source === null) return { applies: false, evidence: 'No manifest is installed.' };
  const without = ignored.length > 0 ? ` and ignores ${ignored.map(shown).join(', ')}` : '';
  const names = namesIn(project, source);
  const held = names ? `, ${names.size} ${names.size === 1 ? 'package' : 'packages'}` : '';
  const frozen = nameOf(source) === 'uv.lock' ? ' as it stands' : '';
  return { applies: true, evidence: `Vercel installs ${shown(source)}${held}${frozen}${without}.` };
}
