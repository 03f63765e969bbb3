import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'server-unreachable',
  role: 'cause',
  title: ({ host, named, address }) =>
    `${(host ?? named ?? address) ? `\`${host ?? named ?? address}\`` : 'A server that the code calls'} cannot be reached from the function.`,
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
  ],
  pattern:
    /(?<at>(?:connection to server at "(?<host>[^"]+)"[^:]*|could not connect to server|could not translate host name "(?<named>[^"]+)"[^:]*|(?:ConnectionRefusedError|OSError|socket\.gaierror|gaierror|Cannot connect to host[^:]*|ConnectionError(?:: Error \d+ connecting to (?<address>[\w.-]+):\d+)?|OperationalError)\b(?!.*(?:connection to server|could not (?:connect|translate)))).*?(?:Network is unreachable|Cannot assign requested address|Name or service not known|Connection refused|nodename nor servname|\[Errno (?:111|101|99|-2|-5)\]))/,
  causes: [
    {
      cause: 'The address is `localhost`, which inside a function is the function itself.',
      advice: 'Set the address of the hosted server under Settings, Environment Variables.',
      rules: ['localhost-url'],
      when: ({ values, project }) =>
        /localhost|127\.0\.0\.1|::1/.test(values.host ?? values.named ?? values.address ?? '') ||
        project?.reports('localhost-url') ||
        undefined,
      decides: 'whether the address is `localhost`',
    },
    {
      cause:
        'The host has an IPv6 address alone, which a function cannot reach: the direct host of Supabase (`db.….supabase.co`) is one.',
      advice: 'Use the address of the pooler (`….pooler.supabase.com`) instead.',
      decides: 'whether the address is the direct host of Supabase',
    },
    {
      cause: 'The host name is wrong, the server is paused or down, or its firewall does not let Vercel in.',
      advice: 'Compare the address with the one that the provider shows, and look whether the server is awake.',
    },
  ],
  noise: ['process-exited', 'function-crashed', 'import-failed', 'cors-blocked'],
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
      log: 'Connection refused to play\n',
    },
  ],
});
