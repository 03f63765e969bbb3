import { normalizeName } from '../../documents/pep508.ts';
import { parseMarker } from '../../documents/pep508Marker.ts';
import {
  type UvLock,
  type UvLockDependency,
  type UvLockPackage,
  uvFileBytes,
  uvLockOf,
} from '../../documents/uvLock.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, inside, relativeTo, upTo } from '../../project/paths.ts';
import type { Deployment } from '../deployment.ts';
import { locked } from './locked.ts';
import { markerHolds } from './markers.ts';
import type { InstalledRequirement, InstalledRequirements, Reading } from './requirement.ts';
import { originAt } from './sources.ts';
import { leastBytes, wheelFits } from './wheelName.ts';

/**
 * What `uv sync --no-dev` installs from a uv.lock: the packages that the project needs on the Python that runs, on Linux,
 * directly or through others. Extras and groups of the project itself are left out, as the builder leaves them out.
 */
export function lockedByUv(reading: Reading, deployment: Deployment): InstalledRequirements | undefined {
  const { project, path, python } = reading;
  const source = project.files.source(path);
  if (!source) return undefined;
  const lock = uvLockOf(source);
  const root = projectIn(lock, foldersOf(reading, deployment));
  if (!root) return undefined;
  const pyproject = documentAt(project.files, inside(directoryOf(path), 'pyproject.toml'), 'pyproject.toml');
  const hasGroups = pyproject?.toml.has(['tool', 'uv', 'default-groups']) === true;
  const answers = known.get(lock) ?? new Map<string, InstalledRequirements>();
  known.set(lock, answers);
  const key = `${path}\n${root.name}\n${python}\n${hasGroups}`;
  const before = answers.get(key);
  if (before) return before;
  const requirements = [...reachedFrom(root, lock, python)].map(([item, applies]) =>
    requirementOf(reading, { lock, item, applies }),
  );
  const answer = { requirements, isComplete: !hasGroups, isLocked: true };
  answers.set(key, answer);
  return answer;
}

/** A version of a lock file never changes, so neither does what it installs: a keystroke elsewhere costs nothing here. */
const known = new WeakMap<UvLock, Map<string, InstalledRequirements>>();

/** The folders of the manifest that counts, as the lock writes them, the nearest to the function first. */
function foldersOf({ project, path }: Reading, { functions, entrypoints }: Deployment): string[] {
  const top = directoryOf(path);
  const [first] = functions.length > 0 ? functions : entrypoints;
  const start = first ? directoryOf(first.path) : top;
  return upTo(start, top)
    .filter((folder) => project.files.has(inside(folder, 'pyproject.toml')))
    .map((folder) => relativeTo(top, folder) || '.');
}

function projectIn({ packages }: UvLock, folders: readonly string[]): UvLockPackage | undefined {
  const own = packages.filter(({ source }) => source?.kind === 'virtual' || source?.kind === 'editable');
  const at = (folder: string) => own.find(({ source }) => source?.value === folder);
  return folders.map(at).find((found) => found !== undefined);
}

/** The packages that are installed, and whether that is certain. */
function reachedFrom(root: UvLockPackage, lock: UvLock, python: string): Map<UvLockPackage, boolean | undefined> {
  const byName = new Map<string, UvLockPackage[]>();
  for (const item of lock.packages) byName.set(item.name, [...(byName.get(item.name) ?? []), item]);
  const reached = new Map<UvLockPackage, boolean | undefined>();
  const seen = new Set<string>();
  const steps: Step[] = root.dependencies.map((dependency) => ({ dependency, certain: true }));
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { dependency } = step;
    const holds = dependency.marker === undefined ? true : holdsFor(dependency.marker, python);
    const item = (byName.get(normalizeName(dependency.name)) ?? []).find((candidate) => isMeant(candidate, dependency));
    if (holds === false || !item || item === root) continue;
    const certain = step.certain && holds === true;
    const key = `${item.name} ${item.version} ${dependency.extras.join()} ${certain}`;
    if (seen.has(key)) continue;
    seen.add(key);
    reached.set(item, reached.get(item) || certain || undefined);
    const extra = dependency.extras.flatMap((name) => item.optionalDependencies.get(name) ?? []);
    for (const next of [...item.dependencies, ...extra]) steps.push({ dependency: next, certain });
  }
  return reached;
}

function isMeant({ version, source }: UvLockPackage, asked: UvLockDependency): boolean {
  const isVersion = asked.version === undefined || version === asked.version;
  return isVersion && (asked.source === undefined || source?.value === asked.source);
}

interface Step {
  readonly dependency: UvLockDependency;
  readonly certain: boolean;
}

function holdsFor(marker: string, python: string): boolean | undefined {
  const node = parseMarker(marker, (start, end) => ({ start, end }));
  return 'code' in node ? undefined : markerHolds(node, python);
}

interface Reached {
  readonly lock: UvLock;
  readonly item: UvLockPackage;
  readonly applies: boolean | undefined;
}

function requirementOf({ path, python }: Reading, { lock, item, applies }: Reached): InstalledRequirement {
  const { name, nameSpan, version, source, wheels } = item;
  const origin = originAt(source?.kind === 'registry' ? source.value : undefined);
  const base = locked({ path, name, span: nameSpan, version, marker: undefined, origin }, python);
  if (wheels.length === 0) return { ...base, applies };
  const fitting = wheels.filter((file) => wheelFits(file.name, python));
  const wheelBytes = leastBytes(fitting.map((file) => uvFileBytes(lock.text, file)));
  return { ...base, applies, hasWheel: fitting.length > 0, ...(wheelBytes === undefined ? {} : { wheelBytes }) };
}
