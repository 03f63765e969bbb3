/**
 * Connection options that one PostgreSQL driver knows and another refuses, and what to write instead.
 *
 * Source: asyncpg 0.31.0, psycopg2 2.9.13, psycopg 3.3.6 under SQLAlchemy 2.0.54, each option executed
 * Date: 2026-11-23
 */
export type Driver = 'asyncpg' | 'psycopg2' | 'psycopg';

export interface RefusedOption {
  /** What to write instead, for the message; absent where there is nothing alike. */
  readonly instead?: string;
  /** The option of the same meaning that takes the same value. */
  readonly sameAs?: string;
}

/** What libpq and so psycopg know, and asyncpg answers with a TypeError. */
const refusedByAsyncpg: Readonly<Record<string, RefusedOption>> = {
  sslmode: { sameAs: 'ssl' },
  dbname: { sameAs: 'database' },
  connect_timeout: { instead: 'timeout' },
  application_name: { instead: 'server_settings={"application_name": ...}' },
  options: { instead: 'server_settings={...}' },
  sslrootcert: { instead: 'ssl=ssl_context' },
  sslcert: { instead: 'ssl=ssl_context' },
  sslkey: { instead: 'ssl=ssl_context' },
  channel_binding: {},
  gssencmode: {},
  keepalives: {},
  keepalives_idle: {},
  keepalives_interval: {},
  keepalives_count: {},
};

/** What asyncpg knows, and libpq answers with `invalid connection option`. */
const refusedByLibpq: Readonly<Record<string, RefusedOption>> = {
  command_timeout: { instead: 'options="-c statement_timeout=30000"' },
  ssl: { instead: 'sslmode="require"' },
  timeout: { instead: 'connect_timeout' },
  server_settings: { instead: 'options="-c name=value"' },
  statement_cache_size: {},
  prepared_statement_cache_size: {},
  max_cached_statement_lifetime: {},
  max_cacheable_statement_size: {},
  min_size: {},
  max_size: {},
};

export const refusedOptions: Readonly<Record<Driver, Readonly<Record<string, RefusedOption>>>> = {
  asyncpg: refusedByAsyncpg,
  psycopg2: refusedByLibpq,
  psycopg: refusedByLibpq,
};

/** Functions that take the options as keyword arguments, by qualified name. */
export const connectFunctions: ReadonlyMap<string, Driver> = new Map([
  ['asyncpg.connect', 'asyncpg'],
  ['asyncpg.create_pool', 'asyncpg'],
  ['psycopg2.connect', 'psycopg2'],
  ['psycopg.connect', 'psycopg'],
  ['psycopg.Connection.connect', 'psycopg'],
  ['psycopg.AsyncConnection.connect', 'psycopg'],
]);

/** The driver that SQLAlchemy takes for the scheme of a URL. */
export const driverOfScheme: Readonly<Record<string, Driver>> = {
  postgresql: 'psycopg2',
  'postgresql+psycopg2': 'psycopg2',
  'postgresql+psycopg': 'psycopg',
  'postgresql+psycopg_async': 'psycopg',
  'postgresql+asyncpg': 'asyncpg',
};
