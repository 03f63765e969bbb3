import type { RequirementEntry, RequirementsDocument } from '../../documents/requirements.ts';
import { relativeTo } from '../../project/paths.ts';
import type { Finding, ModuleContext } from '../rule.ts';
import { requirementsIn } from './installed.ts';
import { namesIn } from './manifestNames.ts';
import { neededPackages } from './neededPackages.ts';

/**
 * The requirements of a file that is not read which the deployed code imports and the file that is read, `source`, does not
 * bring. None where a command of the user's own installs.
 */
export function hiddenRequirements(
  document: RequirementsDocument,
  context: ModuleContext,
  source: string,
): RequirementEntry[] {
  if (context.deployment.install.command !== undefined) return [];
  const installed = namesIn(context.project, source);
  if (!installed) return [];
  const missing = requirementsIn(document).filter(
    ({ normalizedName, marker, errors }) => !installed.has(normalizedName) && !marker && errors.length === 0,
  );
  if (missing.length === 0) return [];
  const needed = neededPackages(context);
  return missing.filter(({ normalizedName }) => needed.has(normalizedName));
}

/** The one finding about them, at the first: which file is read, and what is not in it. */
export function hiddenFinding(
  missing: readonly RequirementEntry[],
  { project }: ModuleContext,
  source: string,
): Finding | undefined {
  const [first, ...others] = missing;
  if (!first) return undefined;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const verb = others.length > 0 ? 'are' : 'is';
  return {
    span: first.requirementSpan,
    message: `Vercel reads ${relativeTo(project.root, source)} instead, so \`${first.name}\`${more} ${verb} not installed. Add ${others.length > 0 ? 'them' : 'it'} there.`,
    related: [{ path: source, span: { start: 0, end: 0 }, message: 'This is read instead.' }],
  };
}
