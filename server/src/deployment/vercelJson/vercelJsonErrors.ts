import { remembered } from '../../documents/remembered.ts';
import { propertyOf, spanOf, type VercelJson } from '../../documents/vercelJson.ts';
import type { Span } from '../../text/span.ts';
import type { BuildError } from '../deployment.ts';
import { type Configuration, configurationOf, valueAt } from './configuration.ts';
import { type Conflict, firstConflict } from './conflicts.ts';
import { schemaFaultsOf } from './faults.ts';
import type { ConfigurationShape } from './shape.ts';

/** An error and the place in vercel.json that it is about. */
export type PlacedError = BuildError & { readonly span: Span };

/**
 * Everything that `vercel` refuses of a vercel.json that is JSON, in its words, the one it reports first.
 * What its schema refuses comes alone: only then does it look for conflicts, and it reports one of them.
 * Source: `validateConfig` of `vercel` 64.0.2; test/differential/vercelJson.test.ts holds it to that
 */
export const vercelJsonErrorsOf = remembered((document: VercelJson): readonly PlacedError[] => {
  const configuration = configurationOf(document);
  if (!configuration || configuration.value === null) return [];
  const faults = schemaFaultsOf(document);
  if (faults.length > 0) return faults.map(({ code, message, span }) => ({ code, message, span }));
  const conflict = firstConflict(configuration.value as ConfigurationShape);
  return conflict ? [placed(conflict, configuration)] : [];
});

/** A property of the whole file is marked with its key. */
function placed({ code, message, path }: Conflict, { root }: Configuration): PlacedError {
  const node = valueAt(root, path) ?? valueAt(root, path.slice(0, -1)) ?? root;
  const whole = path.length === 1 ? propertyOf(node) : undefined;
  return { code, message, span: spanOf(whole ?? node) };
}
