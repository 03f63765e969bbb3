/** What an OpenAPI document lets be asked without knowing anything. */
export interface ProbedApi {
  /** Its title, for people. */
  readonly title: string | null;
  /** Paths from the origin whose GET needs no parameter, in the order of the document. */
  readonly paths: readonly string[];
  /** How many GETs need a parameter. */
  readonly withParameters: number;
  /** Whether it bears the marks of FastAPI. */
  readonly isFastApi: boolean;
}

/** Reads an OpenAPI document. `undefined` for text that is none; never throws. */
export function readOpenApi(text: string): ProbedApi | undefined {
  const document = objectOf(parsed(text));
  const paths = objectOf(document?.paths);
  if (!document || !paths || (typeof document.openapi !== 'string' && typeof document.swagger !== 'string')) {
    return undefined;
  }
  const prefix = prefixOf(document);
  const gets = Object.entries(paths).flatMap(([path, value]) => {
    const item = objectOf(value);
    const operation = objectOf(item?.get);
    return item && operation && path.startsWith('/') ? [{ path: prefix + path, item, operation }] : [];
  });
  const free = gets.filter(({ path, item, operation }) => !needsParameters(document, path, item, operation));
  const title = objectOf(document.info)?.title;
  return {
    title: typeof title === 'string' ? title : null,
    paths: free.map(({ path }) => path),
    withParameters: gets.length - free.length,
    isFastApi: isFastApi(
      document,
      gets.map(({ operation, path }) => [path.slice(prefix.length), operation]),
    ),
  };
}

/** The paths under which a health route goes, those that are most likely meant for it first. */
export const healthPaths = ['/health', '/healthz', '/api/health'] as const;

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

const elementsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The path of the first server, where it is relative to the origin: FastAPI's `root_path`. */
function prefixOf({ servers }: Json): string {
  const url = objectOf(elementsOf(servers)[0])?.url;
  return typeof url === 'string' && /^\/[^/{}?#]/.test(url) ? url.replace(/\/+$/, '') : '';
}

function needsParameters(document: Json, path: string, item: Json, operation: Json): boolean {
  const parameters = [...elementsOf(item.parameters), ...elementsOf(operation.parameters)];
  return /[{}?#\s]/.test(path) || parameters.some((one) => isRequired(document, one));
}

/** What a reference does not lead to may be required. */
function isRequired(document: Json, parameter: unknown): boolean {
  const found = resolved(document, parameter);
  return found === undefined || found.required === true;
}

function resolved(document: Json, value: unknown): Json | undefined {
  const object = objectOf(value);
  const reference = object?.$ref;
  if (typeof reference !== 'string') return object;
  const name = /^#\/components\/parameters\/([^/]+)$/.exec(reference)?.[1];
  return name === undefined ? undefined : objectOf(objectOf(objectOf(document.components)?.parameters)?.[name]);
}

/** The schema of its validation errors, or the names that it gives to operations. Source: fastapi's `generate_unique_id`. */
function isFastApi(document: Json, gets: readonly (readonly [string, Json])[]): boolean {
  const schemas = objectOf(objectOf(document.components)?.schemas);
  if (schemas && Object.hasOwn(schemas, 'HTTPValidationError')) return true;
  return gets.some(([path, { operationId }]) => {
    const suffix = `${path.replace(/\W/g, '_')}_get`;
    return typeof operationId === 'string' && operationId.length > suffix.length && operationId.endsWith(suffix);
  });
}
