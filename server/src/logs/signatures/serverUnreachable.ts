import { supabaseDirect } from '../../facts/databaseHosts.ts';
import { crashNoise } from '../noise.ts';
import { defineSignature, type Values } from '../signature.ts';

export default defineSignature({
  name: 'server-unreachable',
  role: 'cause',
  title: (values) => `${hostOf(values) ? `\`${hostOf(values)}\`` : 'A server that the code calls'} cannot be reached.`,
  literals: [
    'Network is unreachable',
    'Cannot assign requested address',
    'could not translate host name',
    'Name or service not known',
    'Connection refused',
    'nodename nor servname',
    '[Errno 111]',
    '[Errno 101]',
    '[Errno 99]',
    '[Errno -2]',
    '[Errno -5]',
    'ServerSelectionTimeoutError',
    "Can't connect to MySQL server on '",
  ],
  pattern:
    /(?<at>ServerSelectionTimeoutError: (?<mongo>[\w.-]+)|Can't connect to MySQL server on '(?<mysql>[^']+)'|(?:connection to server at "(?<host>[^"]+)"[^:]*|could not connect to server|could not translate host name "(?<named>[^"]+)"[^:]*|(?:ConnectionRefusedError|OSError|socket\.gaierror|gaierror|Cannot connect to host[^:]*|ConnectionError(?:: Error \d+ connecting to (?<address>[\w.-]+):\d+)?|OperationalError)\b(?!.{0,400}(?:connection to server|could not (?:connect|translate)|Can't connect to MySQL))).{0,400}?(?:Network is unreachable|Cannot assign requested address|Name or service not known|Connection refused|nodename nor servname|\[Errno (?:111|101|99|-2|-5)\]))/,
  causes: [
    {
      cause: 'The address is `localhost`, which inside a function is the function itself.',
      advice: 'Set the address of the hosted server under Settings, Environment Variables.',
      rules: ['localhost-url'],
      when: ({ values, project }) =>
        hostOf(values)
          ? /^(?:localhost|127\.0\.0\.1|::1|0\.0\.0\.0)$/.test(hostOf(values) ?? '')
          : project?.reports('localhost-url') || undefined,
      decides: 'whether the address is `localhost`',
    },
    {
      cause:
        'The host has an IPv6 address alone, which a function cannot reach: the direct host of Supabase (`db.….supabase.co`) is one.',
      advice: 'Use the address of the pooler (`….pooler.supabase.com`) instead.',
      when: ({ values }) => (hostOf(values) ? supabaseDirect.test(hostOf(values) ?? '') : undefined),
      decides: 'whether the address is the direct host of Supabase',
    },
    {
      cause:
        'MongoDB Atlas lets in only the addresses on its list, and those of functions change. A cluster that is paused does not answer either.',
      advice:
        'Allow access from anywhere (`0.0.0.0/0`) under Network Access, or use the Vercel integration of Atlas, and look whether the cluster is awake.',
      when: ({ values }) => values.mongo?.endsWith('.mongodb.net') || false,
    },
    {
      cause: 'The host name is wrong, the server is paused or down, or its firewall does not let Vercel in.',
      advice: 'Compare the address with the one that the provider shows, and look whether the server is awake.',
    },
  ],
  noise: [...crashNoise, 'function-timeout', 'command-failed'],
  explains: ['function-timeout'],
  source: 'Messages of the operating system; public issues.',
  examples: [
    {
      log: 'sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) «connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused»\n',
      says: 'the function itself',
    },
    {
      log: '«OSError: [Errno 101]» Netzwerk ist nicht erreichbar\n',
    },
    {
      log: 'redis.exceptions.«ConnectionError: Error 111 connecting to localhost:6379. Connection refused».\n',
      says: 'the function itself',
    },
    {
      log: 'pymongo.errors.«ServerSelectionTimeoutError: shop-shard-00-00.ab1cd.mongodb.net»:27017: connection closed, Timeout: 30s\n',
      says: 'MongoDB Atlas',
    },
    {
      log: 'sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) «connection to server at "db.abcdefgh.supabase.co" (2a05:d014::1), port 5432 failed: Cannot assign requested address»\n',
      says: 'IPv6',
    },
    {
      log: 'Connection refused to play\n',
    },
  ],
});

/** The host that the line names. */
function hostOf({ host, named, address, mongo, mysql }: Values): string | undefined {
  return host ?? named ?? address ?? mongo ?? mysql;
}
