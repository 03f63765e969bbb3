import { describedSchema, describedShared, enforcedSchema, enforcedShared } from './vercelJsonSchemaData.ts';

/** The keywords of JSON Schema that Vercel's schemas of vercel.json use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly propertyNames?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly not?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  /** In the described schema only: `#/definitions/<name>`. */
  readonly $ref?: string;
}

export interface DescribedSchema {
  /** `VercelConfig` is the whole file. */
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

let enforced: JsonSchema | undefined;
let described: DescribedSchema | undefined;

/** What the command line of Vercel refuses to deploy without. Unknown keys at the top are none of its business. */
export function enforcedVercelJson(): JsonSchema {
  enforced ??= expanded(enforcedSchema, enforcedShared) as JsonSchema;
  return enforced;
}

/** What Vercel publishes about the file: every key that may stand at the top, with descriptions. */
export function describedVercelJson(): DescribedSchema {
  described ??= expanded(describedSchema, describedShared) as DescribedSchema;
  return described;
}

/** Puts each shared schema where its number stands. */
function expanded(text: string, shared: string): unknown {
  const schemas: unknown[] = [];
  const revive = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
    return typeof value.$ref === 'number' ? schemas[value.$ref] : value;
  };
  for (const one of shared.split('\n')) schemas.push(JSON.parse(one, revive));
  return JSON.parse(text, revive);
}

/**
 * Keys at the top that neither schema names, which Vercel accepts or once documented: no one should be told to remove
 * them.
 *
 * Source: `VercelConfig` in dist/types.d.ts of @vercel/client 18.4.2; vercel.com/docs/project-configuration
 * Date: 2026-11-24
 */
export const acceptedTopLevelKeys: readonly string[] = [
  '$schema',
  'customErrorPage',
  'files',
  'meta',
  'microfrontends',
  'probes',
  'projectSettings',
  'public',
];
