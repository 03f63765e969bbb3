import { remembered } from '../../documents/remembered.ts';
import { type JsonNode, keyOf, spanOf, type VercelJson } from '../../documents/vercelJson.ts';
import { enforcedVercelJson } from '../../facts/vercelJsonSchema.ts';
import type { Span } from '../../text/span.ts';
import { type Configuration, configurationOf, openingOf, propertyNamed, valueAt } from './configuration.ts';
import { type SchemaError, schemaErrors } from './schemaErrors.ts';
import { meantProperty, vercelWords } from './schemaWords.ts';

/** A place in vercel.json that Vercel's schema refuses. */
export interface SchemaFault {
  readonly code: 'INVALID_VERCEL_CONFIG';
  /** What Vercel prints. */
  readonly message: string;
  /** The key that may not be there, the key of the object that lacks one, else the value. */
  readonly span: Span;
  readonly error: SchemaError;
  /** The value that is refused, or whose properties are. */
  readonly node: JsonNode;
  /** The property that may not be there. */
  readonly property?: JsonNode;
  /** The name that Vercel says is meant instead. */
  readonly meant?: string;
}

/** Everything that Vercel's schema refuses, the one that `vercel` prints and stops with first; one a place. */
export const schemaFaultsOf = remembered((document: VercelJson): readonly SchemaFault[] => {
  const configuration = configurationOf(document);
  if (!configuration) return [];
  const bySpan = new Map<string, SchemaFault>();
  for (const fault of faultsIn(configuration)) {
    const key = `${fault.span.start}:${fault.span.end}:${fault.error.missing ?? ''}`;
    if (!bySpan.has(key)) bySpan.set(key, fault);
  }
  return [...bySpan.values()];
});

/** `null` is read as no configuration. */
function* faultsIn({ value, root }: Configuration): Generator<SchemaFault> {
  if (value === null) return;
  for (const error of schemaErrors(enforcedVercelJson(), { value, path: [], dataPath: '' })) {
    yield faultOf(error, root);
  }
}

function faultOf(error: SchemaError, root: JsonNode): SchemaFault {
  const node = valueAt(root, error.path) ?? root;
  const property = error.property === undefined ? undefined : propertyNamed(node, error.property)?.property;
  const meant = meantProperty(error);
  return {
    code: 'INVALID_VERCEL_CONFIG',
    message: `Invalid vercel.json - ${vercelWords(error)}`,
    span: spanOfError(error, node, property),
    error,
    node,
    ...(property ? { property } : {}),
    ...(meant === undefined ? {} : { meant }),
  };
}

function spanOfError(error: SchemaError, node: JsonNode, property: JsonNode | undefined): Span {
  const key = property && keyOf(property);
  if (key) return spanOf(key);
  return error.missing === undefined ? spanOf(node) : openingOf(node);
}
