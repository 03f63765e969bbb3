/**
 * Distributions with compiled parts that are optional: built from source without a compiler they install as pure Python.
 *
 * Source: general knowledge of their build scripts, which were not read for this.
 * Date: 2026-11-30
 */
export const buildsWithoutCompiler: ReadonlySet<string> = new Set([
  'autobahn',
  'backports-zoneinfo',
  'charset-normalizer',
  'coverage',
  'frozenlist',
  'ijson',
  'logbook',
  'markupsafe',
  'maxminddb',
  'msgpack',
  'multidict',
  'newrelic',
  'propcache',
  'pybase64',
  'pymongo',
  'pyrsistent',
  'pyyaml',
  'rcssmin',
  'rjsmin',
  'simplejson',
  'snowflake-connector-python',
  'sqlalchemy',
  'tornado',
  'watchdog',
  'websockets',
  'wrapt',
  'yarl',
  'zope-hookable',
  'zope-interface',
  'zope-proxy',
]);

/**
 * The distribution to install instead of one that needs libraries of the system to build.
 *
 * Source: https://www.psycopg.org/docs/install.html (psycopg2-binary brings libpq; read 2026-11-25)
 * Date: 2026-11-25
 */
export const prebuiltAs: Readonly<Record<string, string>> = { psycopg2: 'psycopg2-binary' };

/**
 * Distributions that another one asks for in one exact release, so that neither can be raised alone.
 *
 * Source: the metadata of pydantic 2 and psycopg 3 (general knowledge, not read for this)
 * Date: 2026-11-25
 */
export const pinnedBy: Readonly<Record<string, string>> = { 'pydantic-core': 'pydantic', 'psycopg-binary': 'psycopg' };

/**
 * Distributions of which no release has a wheel for Linux, by intent: they are built against a library of the system.
 *
 * Source: docs/facts.md, all known releases; https://www.psycopg.org/docs/install.html (read 2026-11-25)
 * Date: 2026-11-25
 */
export const compiledOnLinux: ReadonlySet<string> = new Set(['mysqlclient', 'psycopg2']);
