/** What an application does in its lifespan or at its startup event. */
export type StartupWork = 'pool' | 'migration';

/**
 * Calls by qualified name, beside those of importTimeWork.ts.
 *
 * Source: the reference documentation of each project
 * Date: 2026-11-25
 */
export const startupWork: ReadonlyMap<string, StartupWork> = new Map([
  ['asyncpg.create_pool', 'pool'],
  ['asyncpg.connect', 'pool'],
  ['aiomysql.create_pool', 'pool'],
  ['aiopg.create_pool', 'pool'],
  ['beanie.init_beanie', 'pool'],
  ['tortoise.Tortoise.init', 'pool'],
  ['tortoise.Tortoise.generate_schemas', 'migration'],
  ['alembic.command.upgrade', 'migration'],
]);

/** Methods that connect, by what made the object. */
export const startupMethods: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['sqlalchemy.ext.asyncio.create_async_engine', new Set(['connect', 'begin'])],
  ['sqlalchemy.create_engine', new Set(['connect', 'begin'])],
  ['databases.Database', new Set(['connect'])],
  ['prisma.Prisma', new Set(['connect'])],
  ['redis.asyncio.from_url', new Set(['ping'])],
  ['redis.asyncio.Redis', new Set(['ping'])],
  ['redis.asyncio.Redis.from_url', new Set(['ping'])],
  ['psycopg_pool.AsyncConnectionPool', new Set(['open', 'wait'])],
  ['psycopg_pool.ConnectionPool', new Set(['open', 'wait'])],
]);

/** Classes that take `lifespan=` and `on_startup=`. */
export const lifespanApplications: ReadonlySet<string> = new Set([
  'fastapi.FastAPI',
  'fastapi.APIRouter',
  'starlette.applications.Starlette',
  'starlette.routing.Router',
  'litestar.Litestar',
]);
