/**
 * What connects to a server that a project runs besides its function, and where its address is given.
 *
 * Source: the reference documentation of each project
 * Date: 2026-11-23
 */
export interface AddressArgument {
  /** Whether the first argument, or this keyword, is a URL. */
  readonly url?: string;
  /** The keyword that is the host. */
  readonly host?: string;
}

export const addressArguments: ReadonlyMap<string, AddressArgument> = new Map([
  ['sqlalchemy.create_engine', { url: 'url' }],
  ['sqlalchemy.engine.create_engine', { url: 'url' }],
  ['sqlmodel.create_engine', { url: 'url' }],
  ['sqlalchemy.ext.asyncio.create_async_engine', { url: 'url' }],
  ['psycopg2.connect', { url: 'dsn', host: 'host' }],
  ['psycopg.connect', { url: 'conninfo', host: 'host' }],
  ['asyncpg.connect', { url: 'dsn', host: 'host' }],
  ['asyncpg.create_pool', { url: 'dsn', host: 'host' }],
  ['pymongo.MongoClient', { url: 'host' }],
  ['motor.motor_asyncio.AsyncIOMotorClient', { url: 'host' }],
  ['redis.from_url', { url: 'url' }],
  ['redis.Redis.from_url', { url: 'url' }],
  ['redis.asyncio.from_url', { url: 'url' }],
  ['redis.Redis', { host: 'host' }],
  ['redis.StrictRedis', { host: 'host' }],
  ['redis.asyncio.Redis', { host: 'host' }],
  ['pymysql.connect', { host: 'host' }],
  ['mysql.connector.connect', { host: 'host' }],
]);
