import { installedRequirements } from '../../deployment/installed/installedRequirements.ts';
import type { InstalledRequirement } from '../../deployment/installed/requirement.ts';
import { remembered } from '../../documents/remembered.ts';
import type { SourceFile } from '../../documents/sourceFile.ts';
import { otherHosts, unneededServers } from '../../facts/unneededServers.ts';
import { inside } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { filesBelow } from '../../project/walk.ts';
import type { RuleContext } from '../rule.ts';

/** A requirement that brings a server or an adapter, and what is known of that. */
export interface Unneeded {
  readonly requirement: InstalledRequirement;
  readonly server: (typeof unneededServers)[string];
}

/** The requirements whose server Vercel does not start and nothing of the project names. */
export function unneededRequirements({ project, deployment }: Pick<RuleContext, 'project' | 'deployment'>): Unneeded[] {
  const { requirements, isLocked } = installedRequirements(project, deployment);
  const found = requirements.flatMap((requirement) => {
    const { normalizedName, applies } = requirement;
    const server = Object.hasOwn(unneededServers, normalizedName) ? unneededServers[normalizedName] : undefined;
    return server && applies === true ? [{ requirement, server }] : [];
  });
  if (isLocked || found.length === 0) return [];
  if (otherHosts.some((name) => project.files.has(inside(project.root, name)))) return [];
  return found.filter(({ server }) => !isNamed(project, server.module));
}

/** Whether a Python file of the project, or a script that may start it, names the module. */
function isNamed({ root, files }: Project, module: string): boolean {
  for (const path of filesBelow(files, root)) {
    const source = /(?:\.py|\.sh|\/package\.json|^package\.json)$/.test(path) ? files.source(path) : undefined;
    if (source && serversIn(source).has(module)) return true;
  }
  return false;
}

/** The servers that a version of a file names. */
const serversIn = remembered(({ text }: SourceFile): ReadonlySet<string> => new Set(text.match(anyServer)));

const anyServer = new RegExp(
  `\\b(?:${Object.values(unneededServers)
    .map(({ module }) => module)
    .join('|')})\\b`,
  'g',
);
