import type { InstalledRequirement, Pin } from '../../deployment/installed/requirement.ts';
import { isKnownToFit } from '../../documents/packages/fit.ts';
import type { PackageFacts, Release } from '../../documents/packages/packageFacts.ts';
import { compareVersions, contains, type Version } from '../../documents/pep440.ts';
import type { Project } from '../../project/project.ts';
import type { Fix } from '../rule.ts';

/** The first known release after `version` that admits `python` and has a wheel for it. */
export function nextFitting(
  facts: PackageFacts,
  name: string,
  { version, python }: { readonly version: Version; readonly python: string },
): Release | undefined {
  return facts
    .releases(name)
    ?.find((release) => compareVersions(release.version, version) > 0 && isKnownToFit(release, python));
}

/** The newest known release that admits `python`, has a wheel for it, and passes `isTaken`. */
export function newestFitting(
  facts: PackageFacts,
  name: string,
  python: string,
  isTaken: (release: Release) => boolean = () => true,
): Release | undefined {
  return facts.releases(name)?.findLast((release) => isKnownToFit(release, python) && isTaken(release));
}

/** The fix that pins another release, where a person may edit the file and the version stands there as it is. */
export function pinFix({ files }: Project, requirement: InstalledRequirement, release: Release | undefined): Fix[] {
  const { pin, path, isLocked, name } = requirement;
  if (!release || !pin || isLocked || !isWritten(files.source(path)?.text, pin)) return [];
  const edits = [{ span: pin.span, newText: release.text }];
  return [{ title: `Pin ${name} ${release.text}`, safety: 'unsafe', files: [{ path, edits }] }];
}

function isWritten(text: string | undefined, { span, text: version }: Pin): boolean {
  return text?.slice(span.start, span.end) === version;
}

/** Whether some known release both satisfies the requirement and passes `test`. */
export function someRelease(
  facts: PackageFacts,
  { normalizedName, specifier }: InstalledRequirement,
  test: (release: Release) => boolean,
): boolean {
  const releases = facts.releases(normalizedName) ?? [];
  return releases.some((release) => (!specifier || contains(release.version, specifier)) && test(release));
}
