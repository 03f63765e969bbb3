import { createRequire } from 'node:module';
import { enforcedVercelJson } from '../../server/src/facts/vercelJsonSchema.ts';
import { chunkWith } from './vercelPackage.ts';

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

/** `validateConfig` of `vercel` itself, from its unpacked package. */
export async function commandLineJudge(folder: string): Promise<Judge> {
  const { validateConfig } = await import(/* @vite-ignore */ chunkWith(folder, 'validateConfig'));
  return (configuration) => {
    // The command line reads `null` as no configuration and asks nobody.
    const error = configuration === null ? null : validateConfig(configuration);
    return error ? { code: error.code, message: error.message } : undefined;
  };
}
