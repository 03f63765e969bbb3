import type { JsonNode } from '../../documents/vercelJson.ts';

/**
 * The outermost property that is left empty without `property`, or `property` itself: Vercel refuses a function without
 * settings and `functions` without functions.
 */
export function outermostEmptied(property: JsonNode): JsonNode {
  const holder = property.parent?.parent;
  const isOnly = property.parent?.children?.length === 1;
  return isOnly && holder?.type === 'property' ? outermostEmptied(holder) : property;
}
