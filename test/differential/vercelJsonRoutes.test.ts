import { createRequire } from 'node:module';
import { parse } from 'node:url';
import { getTransformedRoutes } from '@vercel/routing-utils';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import '../support/seed.ts';
import { routeFaultsOf } from '../../server/src/deployment/vercelJson/routeFaults.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { parseVercelJson } from '../../server/src/documents/vercelJson.ts';
import { schemaJudge } from './vercelJsonOracle.ts';

const { PREFLIGHT_RUNS: runs = '1500' } = process.env;

const sources = [
  '/',
  '/a',
  '/:a',
  '/:a/:b*',
  '/(.*)',
  '/*',
  '/(',
  '/a?',
  '/(?<n>x)',
  '/:a(\\d+)',
  ':',
  '/[',
  '^/a$',
  '',
];
const destinations = [
  '/',
  '/:a',
  '/b/:c',
  '/$1',
  'https://:h.example.com/:a',
  '/x?y=:a&z=:q',
  'http://h:80/a',
  '/:a*',
  '',
];
const destination = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...destinations) },
  fc.record({ service: fc.constant('web'), path: fc.constantFrom('/:a', '/b') }, { requiredKeys: ['service'] }),
);
const has = fc.constantFrom([{ type: 'query', key: 'c' }], [{ type: 'host', value: '(?<q>.*)' }], []);
const transforms = fc.constantFrom(
  [{ type: 'request.path', op: 'set', args: '/:zz' }],
  [{ type: 'request.path', op: 'set', args: '/:a' }],
);
const source = fc.constantFrom(...sources);
const rare = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 8, nil: undefined });
const configuration = fc.record(
  {
    rewrites: fc.array(fc.record({ source, destination, has: rare(has), transforms: rare(transforms) }), {
      maxLength: 4,
    }),
    redirects: fc.array(
      fc.record({
        source,
        destination: fc.constantFrom(...destinations),
        permanent: rare(fc.boolean()),
        statusCode: rare(fc.constant(301)),
      }),
      { maxLength: 3 },
    ),
    headers: fc.array(fc.record({ source, headers: fc.constant([{ key: 'a', value: 'b' }]) }), { maxLength: 3 }),
    routes: fc.array(
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({
            src: source,
            dest: rare(source),
            source: rare(source),
            status: rare(fc.constant(404)),
            statusCode: rare(fc.constant(404)),
            destination: rare(destination),
            continue: rare(fc.boolean()),
            check: rare(fc.boolean()),
          }),
        },
        fc.record({ handle: fc.constantFrom('filesystem', 'hit', 'miss', 'error', 'rewrite') }),
      ),
      { maxLength: 5 },
    ),
    cleanUrls: fc.boolean(),
    trailingSlash: fc.boolean(),
  },
  { requiredKeys: [] },
);

it(`refuses with Vercel's words the routes that Vercel refuses, in ${runs} configurations`, {
  timeout: 300_000,
}, () => {
  const property = fc.property(configuration, (generated) => {
    const text = JSON.stringify(generated);
    if (schemaJudge(JSON.parse(text))) return;
    const { error } = getTransformedRoutes(JSON.parse(text));
    const faults = routeFaultsOf(parseVercelJson(utf8(text)));
    expect(faults[0] && { code: faults[0].code, message: faults[0].message }, text).toEqual(
      error ? { code: error.code, message: error.message } : undefined,
    );
    for (const { span } of faults) expect(span.end).toBeGreaterThan(span.start);
  });
  fc.assert(property, { numRuns: Number(runs) });
});

/** One difference is known: a backslash, which no destination needs, becomes a slash in Node.js and `%5C` in a worker. */
it('reads destinations in a web worker as in Node.js', () => {
  const inWorker = createRequire(import.meta.url)('url/url.js').parse;
  for (const one of [
    ...destinations,
    ...sources.filter((each) => !each.includes('\\')),
    'https://a.b/c?d=e#f',
    '//x/y',
    '/a?b=:c&b=:d',
    'http://:h/',
  ]) {
    const { hostname, pathname, query } = parse(one, true);
    const theirs = inWorker(one, true);
    const known = { hostname: hostname || '', pathname: pathname || '', query: { ...query } };
    const found = { hostname: theirs.hostname || '', pathname: theirs.pathname || '', query: { ...theirs.query } };
    expect(found, one).toEqual(known);
  }
});
