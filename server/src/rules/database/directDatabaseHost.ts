import { defineRule } from '../rule.ts';
import { deployedAddresses } from './deployedAddresses.ts';
import { djangoDatabases } from './djangoDatabases.ts';
import { django, postgres } from './djangoExample.ts';
import { endpointOf, shownHost } from './poolers.ts';

const build = '{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }';
const head = `-- vercel.json\n${build}\n-- main.py\n`;
const engine = 'from sqlalchemy import create_engine\n\n';

export default defineRule({
  name: 'direct-database-host',
  area: 'database',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A Supabase host that functions cannot reach, or that gives each of them a connection of its own.',
  why: '`db.<project>.supabase.co` has an IPv6 address only, unless the IPv4 add-on was bought, and functions connect over IPv4: "Network is unreachable". The shared pooler at port 5432 is in session mode, where each client holds a connection: "MaxClientsInSessionMode: max clients reached". Port 6543 of the shared pooler is made for functions.',
  ignore: 'The project has the IPv4 add-on, or so few instances that they never meet the limit.',
  source: 'https://supabase.com/docs/guides/database/connecting-to-postgres',
  examples: [
    {
      files: `${head}${engine}engine = create_engine(«"postgresql://postgres:secret@db.abcdefgh.supabase.co:5432/postgres"», pool_size=1)\n`,
    },
    {
      files: `-- vercel.json\n${build.slice(0, -2)}, "env": { "DATABASE_URL": «"postgresql://app.ref:secret@aws-0-eu-west-1.pooler.supabase.com:5432/postgres"» } }\n-- main.py\nimport os\nimport psycopg2\n\ndef connect():\n    return psycopg2.connect(os.environ["DATABASE_URL"])\n`,
    },
    {
      files: `${head}import os\n${engine}URL = os.getenv("DATABASE_URL") or «"postgresql://db.abcdefgh.supabase.co/postgres"»\nengine = create_engine(URL)\n`,
      note: 'only where DATABASE_URL is not set: information',
    },
    { files: `${django}${postgres(`"HOST": «"db.abcdefgh.supabase.co"»`)}`, note: 'Django' },
    {
      files: `${head}${engine}engine = create_engine("postgresql://app.ref@aws-0-eu-west-1.pooler.supabase.com:6543/postgres")\n`,
    },
    {
      files: `${head}${engine}engine = create_engine("postgresql://db.example.com:5432/supabase")\n`,
      note: 'a host of another kind',
    },
    {
      files: `${head}import os\n${engine}URL = "postgresql://db.abcdefgh.supabase.co/postgres"\nif os.getenv("VERCEL"):\n    URL = os.environ["POOLER_URL"]\nengine = create_engine(URL)\n`,
      note: 'another URL on Vercel',
    },
    { files: `${head}${engine}engine = create_engine("postgresql://db.abcdefgh.supabase.co/`, note: 'half typed' },
  ],

  *check(_document, context) {
    const ofDjango = djangoDatabases(context).flatMap(({ addresses }) => addresses);
    for (const address of [...deployedAddresses(context), ...ofDjango]) {
      const endpoint = endpointOf(address);
      if (endpoint !== 'supabase-direct' && endpoint !== 'supabase-session') continue;
      const host = `\`${shownHost(address)}\``;
      yield {
        path: address.path,
        span: address.span,
        message:
          endpoint === 'supabase-direct'
            ? `${host} has an IPv6 address only, which functions do not reach. Use the host of the pooler, port 6543.`
            : `${host} is in session mode: each instance holds a connection until none is left. Use port 6543.`,
        ...(address.isFallback ? { severity: 'info' as const } : {}),
      };
    }
  },
});
