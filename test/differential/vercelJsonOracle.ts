import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { enforcedVercelJson } from '../../server/src/facts/vercelJsonSchema.ts';

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

type Judge = (configuration: unknown) => Refusal | undefined;

const require = createRequire(import.meta.url);

/** The validator and the words of `vercel`: Ajv 6.12.3 with the same schema, and @vercel/build-utils. */
export const schemaJudge: Judge = (() => {
  const Ajv = require('ajv6');
  const { getPrettyError } = require('@vercel/build-utils/dist/errors.js');
  const validate = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' }).compile(enforcedVercelJson());
  return (configuration) => {
    if (configuration === null || validate(configuration)) return undefined;
    const { code, message } = getPrettyError(validate.errors[0]);
    return { code, message: `Invalid vercel.json - ${message}` };
  };
})();

/**
 * `validateConfig` of `vercel` itself, where the unpacked package stands in VERCEL_PACKAGE:
 *
 *     npm pack vercel@64.0.2 && tar xzf vercel-64.0.2.tgz
 *     ln -s <this project>/node_modules package/node_modules
 *     VERCEL_PACKAGE=$PWD/package npx vitest run test/differential/vercelJson.test.ts
 */
export async function commandLineJudge(): Promise<Judge | undefined> {
  const folder = process.env.VERCEL_PACKAGE;
  if (!folder) return undefined;
  const chunk = pathToFileURL(path.join(folder, 'dist/chunks/chunk-YBOS65VB.js')).href;
  const { validateConfig } = await import(/* @vite-ignore */ chunk);
  return (configuration) => {
    // The command line reads `null` as no configuration and asks nobody.
    const error = configuration === null ? null : validateConfig(configuration);
    return error ? { code: error.code, message: error.message } : undefined;
  };
}
