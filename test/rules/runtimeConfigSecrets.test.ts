import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../server/src/rules/runtime-config/credential.ts';
import secretInVercelJson from '../../server/src/rules/runtime-config/secretInVercelJson.ts';
import { withoutPasswords } from '../../server/src/transports/cli/formats/printable.ts';
import { problemsIn } from '../support/check.ts';

/** Put together here, so that no scanner takes this file for a leak. */
const token = (prefix: string, length: number) => `${prefix}${'aB3dE5gH7jK9mN1pQ'.repeat(4).slice(0, length)}`;

describe('a credential', () => {
  it.each([
    ['token', token('ghp_', 36), undefined],
    ['token', token('sk-proj-', 40), 'ANYTHING'],
    ['token', `Bearer ${token('glpat-', 20)}`, undefined],
    ['url', 'postgres://app:h4Kd93ks@ep-cool-sun-1.neon.tech/db', undefined],
    ['url', 'redis://:Zk39dkA2@redis-1.cloud.redislabs.com:12345', 'CACHE'],
    ['token', token('AIza', 35), 'GEMINI_API_KEY'],
    ['value', 'kJ8s7dK3jd92Hs72kdKs92jdh', 'DJANGO_SECRET_KEY'],
    ['value', '3b1f0c9a7de2468f5a0b9c8d7e6f1234', 'API_KEY'],
  ])('is a %s: %s', (kind, value, name) => {
    expect(credentialIn(value, name)?.kind).toBe(kind);
  });

  it.each([
    ['postgres://user:password@db.company.com/db', undefined],
    ['postgres://postgres:postgres@db.company.com/db', undefined],
    ['postgres://app:h4Kd93ks@localhost/db', undefined],
    ['postgres://app:{PASSWORD}@db.company.com/db', undefined],
    ['postgres://app:<password>@db.company.com/db', undefined],
    ['https://db.company.com:8080/@user', undefined],
    ['sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'OPENAI_API_KEY'],
    ['sk-your-openai-key-goes-here-0123456789abcdef', 'OPENAI_API_KEY'],
    ['django-insecure-9d8f7s6d5f4g3h2j1k0', 'SECRET_KEY'],
    ['00000000000000000000000000000000', 'API_KEY'],
    ['shipping-label-printer', 'API_KEY'],
    ['https://auth.company.com/oauth2/token/4f5e6d7c8b9a', 'AUTH_TOKEN'],
    ['3b1f0c9a7de2468f5a0b9c8d7e6f1234', 'COMMIT'],
    ['3b1f0c9a7de2468f5a0b9c8d7e6f1234', 'STRIPE_PUBLISHABLE_KEY'],
    ['', 'SECRET'],
    [token('AIza', 35), 'NEXT_PUBLIC_FIREBASE_API_KEY'],
    [token('AIza', 35), 'FIREBASE_API_KEY'],
  ])('is not proven: %s', (value, name) => {
    expect(credentialIn(value, name)).toBeUndefined();
  });

  it('is in no message, and in no source line of a report', async () => {
    const secret = 'kJ8s7dK3jd92Hs72kdKs92jdh';
    const key = token('ghp_', 36);
    const line = `{ "env": { "APP_SECRET": "${secret}", "GH": "${key}" } }`;
    const problems = await problemsIn(`-- vercel.json\n${line}\n`, [secretInVercelJson]);
    expect(problems).toHaveLength(2);
    const shown = [...problems.map(({ message }) => message), withoutPasswords(line)].join('\n');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(key);
    expect(withoutPasswords(line)).toHaveLength(line.length);
    expect(
      withoutPasswords('{ "functions": { "api/*.py": { "excludeFiles": "{tests,docs,notebooks}/**" } } }'),
    ).toContain('{tests,docs,notebooks}/**');
  });
});
