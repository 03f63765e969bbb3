import { parseSpecifierSet } from '../../documents/pep440.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { parseMarker } from '../../documents/pep508Marker.ts';
import { parseTomlValue } from '../../documents/toml.ts';
import { elementsOf, jsonAt, propertiesOf, spanOf, stringOf } from '../../documents/vercelJson.ts';
import { documentAt } from '../../project/files.ts';
import type { Span } from '../../text/span.ts';
import { markerHolds } from './markers.ts';
import { type InstalledRequirement, type InstalledRequirements, pinIn, type Reading } from './requirement.ts';
import { isPyPI, noSources, type Origin, originAt, originOf } from './sources.ts';
import { leastBytes, wheelFits } from './wheelName.ts';

const pypi = 'https://pypi.org/simple';

/** `default` of a Pipfile.lock. */
export function lockedByPipenv({ project, path, python }: Reading): InstalledRequirements | undefined {
  const document = documentAt(project.files, path, 'Pipfile.lock');
  if (!document) return undefined;
  const sources = elementsOf(jsonAt(document, ['_meta', 'sources'])).map((source) => {
    const text = (name: string) => stringOf(propertiesOf(source).find((other) => other.name === name)?.value);
    return { name: text('name'), url: text('url') ?? '' };
  });
  const requirements = propertiesOf(jsonAt(document, ['default'])).map(({ name, key, value }) => {
    const text = (property: string) => stringOf(propertiesOf(value).find((other) => other.name === property)?.value);
    const version = text('version')?.replace(/^==/, '');
    const index = text('index');
    const named = sources.find((source) => source.name === index)?.url ?? (index === 'pypi' ? pypi : undefined);
    const urls = sources.map(({ url }) => url);
    const found = index === undefined ? originOf(normalizeName(name), noSources, urls) : originAt(named);
    const origin = version === undefined ? { isFromPyPI: false } : found;
    return locked({ path, name, version, span: spanOf(key), marker: text('markers'), origin }, python);
  });
  return { requirements, isComplete: true, isLocked: true };
}

/**
 * The packages of a pylock.toml.
 * Source: https://packaging.python.org/en/latest/specifications/pylock-toml/ (general knowledge, not read for this)
 */
export function lockedByPylock({ project, path, python }: Reading): InstalledRequirements | undefined {
  const text = project.files.source(path)?.text;
  const packages = text === undefined ? undefined : packagesIn(text);
  if (text === undefined || !packages) return undefined;
  const places = [...text.matchAll(/^\[\[packages\]\][^[]*?^name\s*=\s*(["'])(.*?)\1/gms)];
  const requirements = packages.flatMap((item, index) => {
    const { name, version, marker, wheels, index: from } = item as Readonly<Record<string, unknown>>;
    const place = places[index];
    if (typeof name !== 'string' || !place || place[2] !== name) return [];
    const end = place.index + place[0].length - 1;
    const span = { start: end - name.length, end };
    const origin = originAt(from === undefined ? addressIn(item as object) : String(from));
    const base = locked({ path, name, span, origin, version: textOf(version), marker: textOf(marker) }, python);
    const wheelBytes = wheelBytesIn(wheels, python);
    return [wheelBytes === undefined ? base : { ...base, wheelBytes }];
  });
  return { requirements, isComplete: requirements.length === packages.length, isLocked: true };
}

/** PyPI where all files of a package come from its host; a package that names no file was locked by its version alone. */
function addressIn(item: { readonly wheels?: unknown; readonly sdist?: unknown }): string | undefined {
  if (!('wheels' in item || 'sdist' in item)) return undefined;
  const files = [...(Array.isArray(item.wheels) ? item.wheels : []), ...(item.sdist ? [item.sdist] : [])];
  const urls = files.map((file) => textOf((file as { url?: unknown })?.url));
  return urls.every((url) => url === undefined || isPyPI(url)) ? pypi : undefined;
}

/** Of the wheels of a package in a pylock.toml, the smallest that installs on `python`. */
function wheelBytesIn(wheels: unknown, python: string): number | undefined {
  if (!Array.isArray(wheels)) return undefined;
  const tables = wheels.filter((wheel): wheel is Readonly<Record<string, unknown>> => typeof wheel === 'object');
  const fitting = tables.filter(({ name, url, path }) => {
    const address = textOf(name) ?? textOf(url) ?? textOf(path) ?? '';
    return wheelFits(address.replace(/[?#].*$/, '').replace(/^.*\//, ''), python);
  });
  return leastBytes(
    fitting.map(({ size }) => (typeof size === 'number' || typeof size === 'bigint' ? Number(size) : undefined)),
  );
}

function packagesIn(text: string): readonly unknown[] | undefined {
  try {
    const { packages } = parseTomlValue(text);
    return Array.isArray(packages) ? packages : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

interface Locked {
  readonly path: string;
  readonly name: string;
  readonly span: Span;
  readonly version: string | undefined;
  readonly marker: string | undefined;
  readonly origin: Origin;
}

/** A package of a lock file. The span stands for all of it: nobody edits a part. */
export function locked({ path, name, span, version, marker, origin }: Locked, python: string): InstalledRequirement {
  const specifier = version === undefined ? undefined : parseSpecifierSet(`==${version}`, () => span);
  const pin = pinIn(specifier);
  const node = marker === undefined ? undefined : parseMarker(marker, () => span);
  return {
    ...{ path, span, name, nameSpan: span, normalizedName: normalizeName(name), extras: [] },
    ...(specifier ? { specifier } : {}),
    ...(pin ? { pin } : {}),
    applies: !node || ('code' in node ? undefined : markerHolds(node, python)),
    ...origin,
    isLocked: true,
  };
}
