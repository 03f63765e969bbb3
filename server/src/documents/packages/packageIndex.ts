import type { PackageFacts } from './packageFacts.ts';
import type { IndexedPackage } from './simpleIndex.ts';

/** What a live index said of the packages that it was asked for. */
export interface PackageIndex {
  /** Its base URL without credentials, for people. */
  readonly url: string;
  /** By name as PEP 503 normalizes it; only packages that it answered for with at least one release. */
  readonly packages: ReadonlyMap<string, IndexedPackage>;
  /** Those of which it is an answer of some other day, because it gives none now: newer releases may exist. */
  readonly outdated?: ReadonlySet<string>;
}

/** `facts` with what `index` said in their place, for the packages that it answered for. */
export function withIndex(facts: PackageFacts, { url, packages, outdated }: PackageIndex): PackageFacts {
  return {
    date: facts.date,
    source: facts.source,
    names: () => facts.names(),
    releases: (name) => packages.get(name)?.releases ?? facts.releases(name),
    kilobytes(name, version) {
      const own = packages.get(name);
      const text = own?.releases.find((release) => release.version === version)?.text;
      return (text === undefined ? undefined : own?.kilobytes.get(text)) ?? facts.kilobytes(name, version);
    },
    wheelBytes: (name, version) => facts.wheelBytes(name, version),
    askedIndex: (name) => (packages.has(name) ? url : undefined),
    isOutdated: (name) => outdated?.has(name) === true,
  };
}
