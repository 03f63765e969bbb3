import { type JsonProperty, jsonAt, propertiesOf, type VercelJson } from '../../documents/vercelJson.ts';
import { configurationOf } from './configuration.ts';

/** The variables that vercel.json sets, for requests and for the build. None while the file is no JSON. */
export function environmentSettings(document: VercelJson): readonly JsonProperty[] {
  if (!configurationOf(document)) return [];
  return [['env'], ['build', 'env']].flatMap((path) => propertiesOf(jsonAt(document, path)));
}
