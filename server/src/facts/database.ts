/**
 * How SQLAlchemy makes engines and their pools.
 *
 * Source: SQLAlchemy 2.0.54, SQLModel 0.0.47, executed; https://docs.sqlalchemy.org/en/20/core/pooling.html
 * Date: 2026-11-23
 */

/** What makes an engine, by qualified name. All take the URL first and the same pool settings. */
export const engineFactories: ReadonlyMap<string, 'sync' | 'async'> = new Map([
  ['sqlalchemy.create_engine', 'sync'],
  ['sqlalchemy.engine.create_engine', 'sync'],
  ['sqlalchemy.engine.create.create_engine', 'sync'],
  ['sqlmodel.create_engine', 'sync'],
  ['sqlalchemy.ext.asyncio.create_async_engine', 'async'],
  ['sqlalchemy.ext.asyncio.engine.create_async_engine', 'async'],
]);

/** What makes a URL from parts; the first argument is the dialect, with its driver. */
export const urlFactories: ReadonlySet<string> = new Set(['sqlalchemy.URL.create', 'sqlalchemy.engine.URL.create']);

/** What a pool holds when nothing is said: 5 connections, and 10 more under load. */
export const defaultPool = { size: 5, overflow: 10 } as const;

/** Above this many connections an instance holds more than a function that serves few requests at a time can use. */
export const largestServerlessPool = 5;

/** Settings that suit a function: few connections, a short wait, and none older than an idle instance may be. */
export const serverlessPool = { pool_size: 1, max_overflow: 2, pool_timeout: 15, pool_recycle: 300 } as const;

/** Pools that take the four settings; they are also what is used when no pool is named. */
export const queuePools: ReadonlySet<string> = new Set([
  'sqlalchemy.QueuePool',
  'sqlalchemy.pool.QueuePool',
  'sqlalchemy.pool.impl.QueuePool',
  'sqlalchemy.AsyncAdaptedQueuePool',
  'sqlalchemy.pool.AsyncAdaptedQueuePool',
  'sqlalchemy.pool.FallbackAsyncAdaptedQueuePool',
  'sqlalchemy.pool.impl.AsyncAdaptedQueuePool',
]);

/** The pool that is one connection for all. It takes none of the four settings: a TypeError. */
export const staticPools: ReadonlySet<string> = new Set([
  'sqlalchemy.StaticPool',
  'sqlalchemy.pool.StaticPool',
  'sqlalchemy.pool.impl.StaticPool',
]);

/** Databases that are reached over the network and limit their connections, by SQLAlchemy's dialect. */
export const serverDialects: ReadonlySet<string> = new Set([
  'postgresql',
  'postgres',
  'mysql',
  'mariadb',
  'mssql',
  'oracle',
  'cockroachdb',
]);

/**
 * The keyword that says how long to wait for a connection, in seconds, by what makes the connection.
 * Source: the reference documentation of asyncpg and psycopg.
 */
export const connectionTimeouts: ReadonlyMap<string, string> = new Map([
  ['asyncpg.connect', 'timeout'],
  ['asyncpg.create_pool', 'timeout'],
  ['psycopg2.connect', 'connect_timeout'],
  ['psycopg.connect', 'connect_timeout'],
  ['psycopg.Connection.connect', 'connect_timeout'],
  ['psycopg.AsyncConnection.connect', 'connect_timeout'],
  ['psycopg_pool.ConnectionPool', 'timeout'],
  ['psycopg_pool.AsyncConnectionPool', 'timeout'],
]);

/** Settings of a pool that `NullPool` answers with a TypeError. */
export const refusedByNullPool: readonly string[] = ['pool_size', 'max_overflow', 'pool_timeout', 'pool_use_lifo'];
