import {
  type JsonNode,
  type JsonPath,
  propertiesOf,
  spanOf,
  type VercelJson,
  withinDepth,
} from '../../documents/vercelJson.ts';
import type { Span } from '../../text/span.ts';

/** The configuration as Vercel reads it, with the places it came from. */
export interface Configuration {
  readonly value: unknown;
  readonly root: JsonNode;
}

/** `undefined` for text that is no strict JSON: there is nothing to judge while it is being typed. */
export function configurationOf({ root, text, encoding }: VercelJson): Configuration | undefined {
  if (!root || encoding !== 'utf-8') return undefined;
  try {
    return { value: JSON.parse(withinDepth(text)), root };
  } catch {
    return undefined;
  }
}

/** The value at `path`; of two properties with one name the last, as in JSON.parse. */
export function valueAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    node = typeof step === 'number' ? node?.children?.[step] : propertyNamed(node, step)?.value;
  }
  return node;
}

/** The property called `name` that counts. */
export function propertyNamed(
  node: JsonNode | undefined,
  name: string,
): ReturnType<typeof propertiesOf>[number] | undefined {
  return propertiesOf(node).findLast((property) => property.name === name);
}

/** Where to look at an object because of what it lacks: its own key, or its opening bracket in an array. */
export function openingOf(node: JsonNode): Span {
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return key ? spanOf(key) : { start: node.offset, end: node.offset + 1 };
}
