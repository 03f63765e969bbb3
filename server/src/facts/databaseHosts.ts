/**
 * Hosts and ports of hosted PostgreSQL that tell how it is reached.
 *
 * Source: https://supabase.com/docs/guides/database/connecting-to-postgres,
 * https://supabase.com/docs/guides/troubleshooting/disabling-prepared-statements-qL8lEL,
 * https://neon.com/docs/connect/connection-pooling (all read)
 * Date: 2026-11-25
 */

/** The port at which Supabase's poolers pool by transaction. They keep no prepared statements. */
export const transactionPort = 6543;

/** A host of Neon's pooler. It pools by transaction, and does keep the prepared statements of the protocol. */
export const neonPooler = /^[\w-]+-pooler\.[\w.-]*neon\.tech$/i;

/** A host whose own name says that PgBouncer listens there; what it keeps depends on its version and its settings. */
export const pgbouncerHost = /^(?:[\w-]+[.-])?pgbouncer(?:[.-]|$)/i;

/** The database of a Supabase project itself: reached over IPv6 only, unless the IPv4 add-on was bought. */
export const supabaseDirect = /^db\.[a-z0-9]+\.supabase\.(?:co|com|in|net)$/i;

/** Supabase's shared pooler. Any port but the one above is session mode, where each client holds a connection. */
export const supabasePooler = /^[\w-]+\.pooler\.supabase\.(?:co|com)$/i;
