import {
  neonPooler,
  pgbouncerHost,
  supabaseDirect,
  supabasePooler,
  transactionPort,
} from '../../facts/databaseHosts.ts';
import type { DatabaseAddress } from './addresses.ts';

/** What a URL tells about who answers there. */
export type Endpoint =
  | 'transaction-pooler'
  | 'neon-pooler'
  | 'pgbouncer'
  | 'supabase-session'
  | 'supabase-direct'
  | 'unknown';

/** Who answers at `address`. */
export function endpointOf({ scheme = '', host, port, query }: DatabaseAddress): Endpoint {
  if (!/^postgres(?:ql)?\b/.test(scheme)) return 'unknown';
  if (port === transactionPort) return 'transaction-pooler';
  if (host !== undefined && neonPooler.test(host)) return 'neon-pooler';
  if (/(?:^|&)pgbouncer=true(?:&|$)/.test(query) || (host !== undefined && pgbouncerHost.test(host)))
    return 'pgbouncer';
  if (host !== undefined && supabasePooler.test(host)) return 'supabase-session';
  return host !== undefined && supabaseDirect.test(host) ? 'supabase-direct' : 'unknown';
}

/** Host and port for a message: never the user, never the password. */
export function shownHost({ host, port }: DatabaseAddress): string {
  if (host === undefined) return port === undefined ? 'this address' : `port ${port}`;
  return `${host.length > 48 ? `${host.slice(0, 24)}…${host.slice(-20)}` : host}${port === undefined ? '' : `:${port}`}`;
}
