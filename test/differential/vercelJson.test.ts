import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../support/seed.ts';
import { vercelJsonErrorsOf } from '../../server/src/deployment/vercelJson/vercelJsonErrors.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { parseVercelJson } from '../../server/src/documents/vercelJson.ts';
import { enforcedVercelJson } from '../../server/src/facts/vercelJsonSchema.ts';
import { handWritten } from './vercelJsonCases.ts';
import { generatedConfiguration } from './vercelJsonDocuments.ts';
import { commandLineJudge, type Refusal, schemaJudge } from './vercelJsonOracle.ts';
import { enforcedSchema, vercelPackage } from './vercelPackage.ts';

const { PREFLIGHT_RUNS: runs = '1500' } = process.env;
const unpacked = vercelPackage();
const commandLine = unpacked === undefined ? undefined : await commandLineJudge(unpacked);

describe('the schema, message for message', () => {
  it(`agrees on ${handWritten.length} hand-written configurations`, () => {
    for (const one of handWritten)
      expect(ours(one), JSON.stringify(one)).toEqual(schemaJudge(one) ?? conflictOnly(one));
  });

  it(`agrees on ${runs} generated configurations`, { timeout: 300_000 }, () => {
    const property = fc.property(generatedConfiguration(), (one) => {
      expect(ours(one), JSON.stringify(one)).toEqual(schemaJudge(one) ?? conflictOnly(one));
    });
    fc.assert(property, { numRuns: Number(runs) });
  });
});

describe.runIf(commandLine)('`vercel` itself, message for message', () => {
  it('enforces the schema that our facts hold', async () => {
    expect(withoutExamples(enforcedVercelJson())).toEqual(withoutExamples(await enforcedSchema(unpacked ?? '')));
  });

  it(`agrees on ${handWritten.length} hand-written configurations`, () => {
    for (const one of handWritten) expect(ours(one), JSON.stringify(one)).toEqual(commandLine?.(one));
  });

  it(`agrees on ${runs} generated configurations`, { timeout: 300_000 }, () => {
    const property = fc.property(generatedConfiguration(), (one) => {
      expect(ours(one), JSON.stringify(one)).toEqual(commandLine?.(one));
    });
    fc.assert(property, { numRuns: Number(runs) });
  });
});

/** Examples say nothing about what is accepted, and are not kept. */
function withoutExamples(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === 'example' ? undefined : value)));
}

/** What the schema accepts we may refuse for a conflict, never for the schema. */
function conflictOnly(configuration: unknown): Refusal | undefined {
  const found = ours(configuration);
  return found?.code === 'INVALID_VERCEL_CONFIG' ? undefined : found;
}

function ours(configuration: unknown): Refusal | undefined {
  const [first] = vercelJsonErrorsOf(parseVercelJson(utf8(JSON.stringify(configuration))));
  return first && { code: first.code, message: first.message };
}
