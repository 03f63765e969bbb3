import type { SchemaError } from './schemaErrors.ts';

/**
 * What `vercel` prints, behind `Invalid vercel.json - `.
 * Source: `getPrettyError` of @vercel/build-utils 14.21.0
 */
export function vercelWords(error: SchemaError): string {
  const { dataPath, property, missing } = error;
  const subject = dataPath.startsWith('.') ? `\`${dataPath.slice(1)}\` ` : '';
  if (error.keyword === 'additionalProperties' && property !== undefined) {
    const meant = meantProperty(error);
    const advice = meant ? `Did you mean \`${meant}\`?` : 'Please remove it.';
    return `${subject}should NOT have additional property \`${property}\`. ${advice}`;
  }
  if (missing !== undefined) return `${subject}missing required property \`${missing}\`.`;
  return `${subject}${error.message}.`;
}

/** The property that Vercel believes is meant. */
export function meantProperty({ dataPath, property }: SchemaError): string | undefined {
  return mixUps[/^\.([^[]*)/.exec(dataPath)?.[1] ?? '']?.[property ?? ''];
}

const mixUps: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rewrites: { src: 'source', dest: 'destination' },
  redirects: { src: 'source', dest: 'destination', status: 'statusCode' },
  headers: { src: 'source', header: 'headers' },
  routes: { header: 'headers', method: 'methods' },
};
