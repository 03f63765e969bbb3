import type { DeployedFunction } from '../../deployment/deployment.ts';
import { elementsOf, type JsonNode, jsonAt, propertiesOf, type VercelJson } from '../../documents/vercelJson.ts';
import { relativeTo } from '../../project/paths.ts';
import type { RuleContext } from '../rule.ts';

/** Where vercel.json sets something for a function. */
export interface SettingsPlace {
  /** What names the function: a key of `functions`, or the `src` of an entry of `builds`. */
  readonly name: JsonNode;
  /** What holds `excludeFiles`; absent for an entry of `builds` without `config`. */
  readonly settings?: JsonNode;
  /** The object that `settings` is, or would be, the `config` of. */
  readonly entry?: JsonNode;
  /** The globs of `excludeFiles`. */
  readonly excludes: readonly JsonNode[];
}

/** The place of `made` in vercel.json; `undefined` where it has none, or is found by a glob in `builds`. */
export function settingsPlace(
  document: VercelJson,
  { project }: RuleContext,
  made: DeployedFunction,
): SettingsPlace | undefined {
  const pattern = made.settings?.pattern;
  if (pattern !== undefined) {
    const property = propertiesOf(jsonAt(document, ['functions'])).findLast(({ name }) => name === pattern);
    return property && { name: property.key, settings: property.value, excludes: excludesIn(property.value) };
  }
  const path = relativeTo(project.root, made.path);
  for (const entry of elementsOf(jsonAt(document, ['builds']))) {
    const found = (key: string) => propertiesOf(entry).findLast(({ name }) => name === key)?.value;
    const [src, config] = [found('src'), found('config')];
    if (src?.value !== path) continue;
    return { name: src, entry, ...(config ? { settings: config } : {}), excludes: excludesIn(config) };
  }
  return undefined;
}

function excludesIn(settings: JsonNode | undefined): readonly JsonNode[] {
  const value = propertiesOf(settings).findLast(({ name }) => name === 'excludeFiles')?.value;
  return value?.type === 'array' ? elementsOf(value) : value ? [value] : [];
}
