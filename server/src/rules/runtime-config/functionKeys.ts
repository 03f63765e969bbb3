import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { type JsonProperty, jsonAt, propertiesOf, type VercelJson } from '../../documents/vercelJson.ts';

/** The properties of `functions`; none while the file is no JSON, and none where two have one name. */
export function functionProperties(document: VercelJson): readonly JsonProperty[] {
  const properties = configurationOf(document) ? propertiesOf(jsonAt(document, ['functions'])) : [];
  const names = new Set(properties.map(({ name }) => name));
  return names.size === properties.length ? properties : [];
}

/** `pattern` without what makes it no path from the root folder. */
export function relativePattern(pattern: string): string {
  return pattern.replace(/^(?:\.?\/+)+/, '');
}
