/**
 * Distributions that bring a module of web backends, by the name it is imported under. Left out is what Vercel's runtime
 * brings itself (uvicorn, werkzeug).
 *
 * Source: the documentation of each project; platform.md E, dep-server-unneeded
 * Date: 2026-11-23
 */
export const commonDistributions: Readonly<Record<string, string>> = {
  aiohttp: 'aiohttp',
  anthropic: 'anthropic',
  asyncpg: 'asyncpg',
  boto3: 'boto3',
  bs4: 'beautifulsoup4',
  django: 'django',
  dotenv: 'python-dotenv',
  fastapi: 'fastapi',
  flask: 'flask',
  flask_cors: 'flask-cors',
  flask_sqlalchemy: 'flask-sqlalchemy',
  httpx: 'httpx',
  jinja2: 'jinja2',
  jwt: 'pyjwt',
  mangum: 'mangum',
  motor: 'motor',
  numpy: 'numpy',
  openai: 'openai',
  pandas: 'pandas',
  PIL: 'pillow',
  psycopg: 'psycopg[binary]',
  psycopg2: 'psycopg2-binary',
  pydantic: 'pydantic',
  pydantic_settings: 'pydantic-settings',
  pymongo: 'pymongo',
  redis: 'redis',
  requests: 'requests',
  sqlalchemy: 'sqlalchemy',
  sqlmodel: 'sqlmodel',
  starlette: 'starlette',
  supabase: 'supabase',
  yaml: 'pyyaml',
};
