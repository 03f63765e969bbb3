import { commonDistributions } from './commonDistributions.ts';

/**
 * The distributions that bring a module, best first, by the name it is imported under; dotted names for modules that
 * several distributions share the first part of. Left out is what Vercel's runtime brings itself (uvicorn, werkzeug).
 *
 * Source: the documentation of each project (general knowledge, not read for this); platform.md E, dep-server-unneeded
 * Date: 2026-11-25
 */
export const importNames: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(commonDistributions).map(([module, name]) => [module, [name]])),
  aiofiles: ['aiofiles'],
  aiomysql: ['aiomysql'],
  aiosqlite: ['aiosqlite'],
  alembic: ['alembic'],
  apscheduler: ['apscheduler'],
  bcrypt: ['bcrypt'],
  botocore: ['botocore'],
  celery: ['celery'],
  certifi: ['certifi'],
  click: ['click'],
  corsheaders: ['django-cors-headers'],
  cryptography: ['cryptography'],
  cv2: ['opencv-python-headless', 'opencv-python', 'opencv-contrib-python', 'opencv-contrib-python-headless'],
  dateutil: ['python-dateutil'],
  decouple: ['python-decouple'],
  dj_database_url: ['dj-database-url'],
  email_validator: ['email-validator'],
  environ: ['django-environ'],
  feedparser: ['feedparser'],
  firebase_admin: ['firebase-admin'],
  fitz: ['pymupdf'],
  flask_bcrypt: ['flask-bcrypt'],
  flask_jwt_extended: ['flask-jwt-extended'],
  flask_limiter: ['flask-limiter'],
  flask_login: ['flask-login'],
  flask_mail: ['flask-mail'],
  flask_migrate: ['flask-migrate'],
  flask_restful: ['flask-restful'],
  flask_socketio: ['flask-socketio'],
  flask_wtf: ['flask-wtf'],
  'google.cloud.firestore': ['google-cloud-firestore'],
  'google.cloud.storage': ['google-cloud-storage'],
  'google.genai': ['google-genai'],
  'google.generativeai': ['google-generativeai'],
  'google.oauth2': ['google-auth'],
  googleapiclient: ['google-api-python-client'],
  groq: ['groq'],
  gspread: ['gspread'],
  gtts: ['gtts'],
  itsdangerous: ['itsdangerous'],
  jose: ['python-jose'],
  langchain: ['langchain'],
  langchain_openai: ['langchain-openai'],
  loguru: ['loguru'],
  lxml: ['lxml'],
  markdown: ['markdown'],
  markupsafe: ['markupsafe'],
  matplotlib: ['matplotlib'],
  mongoengine: ['mongoengine'],
  mysql: ['mysql-connector-python'],
  MySQLdb: ['mysqlclient'],
  nltk: ['nltk'],
  openpyxl: ['openpyxl'],
  orjson: ['orjson'],
  passlib: ['passlib'],
  pdfplumber: ['pdfplumber'],
  peewee: ['peewee'],
  pinecone: ['pinecone', 'pinecone-client'],
  pymysql: ['pymysql'],
  PyPDF2: ['pypdf2'],
  pypdf: ['pypdf'],
  python_multipart: ['python-multipart'],
  pytz: ['pytz'],
  qrcode: ['qrcode'],
  quart: ['quart'],
  rest_framework: ['djangorestframework'],
  rest_framework_simplejwt: ['djangorestframework-simplejwt'],
  sanic: ['sanic'],
  scipy: ['scipy'],
  sendgrid: ['sendgrid'],
  sentry_sdk: ['sentry-sdk'],
  sklearn: ['scikit-learn'],
  slack_sdk: ['slack-sdk'],
  slowapi: ['slowapi'],
  stripe: ['stripe'],
  telegram: ['python-telegram-bot'],
  tenacity: ['tenacity'],
  tiktoken: ['tiktoken'],
  tortoise: ['tortoise-orm'],
  twilio: ['twilio'],
  typing_extensions: ['typing-extensions'],
  upstash_redis: ['upstash-redis'],
  urllib3: ['urllib3'],
  validators: ['validators'],
  whitenoise: ['whitenoise'],
  wtforms: ['wtforms'],
  yt_dlp: ['yt-dlp'],
};

/**
 * Modules that left the standard library, the Python without them, and what brings them back.
 *
 * Source: https://docs.python.org/3/whatsnew/3.12.html#removed, https://peps.python.org/pep-0594/ (general knowledge, not
 * read for this)
 * Date: 2026-11-25
 */
export const removedModules: Readonly<
  Record<string, { readonly since: string; readonly distributions: readonly string[] }>
> = {
  asynchat: { since: '3.12', distributions: ['pyasynchat'] },
  asyncore: { since: '3.12', distributions: ['pyasyncore'] },
  distutils: { since: '3.12', distributions: ['setuptools'] },
  audioop: { since: '3.13', distributions: ['audioop-lts'] },
  cgi: { since: '3.13', distributions: ['legacy-cgi'] },
  cgitb: { since: '3.13', distributions: ['legacy-cgi'] },
  imghdr: { since: '3.13', distributions: ['standard-imghdr'] },
  telnetlib: { since: '3.13', distributions: ['standard-telnetlib'] },
};

/**
 * What else installs with a distribution, as far as it is imported directly. A distribution that is a key here brings
 * nothing else that `importNames` knows; of one that is not, nothing is known. Extras may bring more.
 *
 * Source: the metadata of their releases (general knowledge, not read for this)
 * Date: 2026-11-25
 */
export const broughtBy: Readonly<Record<string, readonly string[]>> = {
  aiohttp: ['typing-extensions'],
  aiosqlite: ['typing-extensions'],
  alembic: ['sqlalchemy', 'typing-extensions', 'markupsafe'],
  anthropic: ['httpx', 'pydantic', 'typing-extensions'],
  asyncpg: [],
  bcrypt: [],
  beautifulsoup4: ['typing-extensions'],
  boto3: ['botocore', 'python-dateutil', 'urllib3'],
  botocore: ['python-dateutil', 'urllib3'],
  click: [],
  cryptography: [],
  'dj-database-url': ['django', 'typing-extensions'],
  django: ['typing-extensions'],
  'django-cors-headers': ['django'],
  'django-environ': [],
  djangorestframework: ['django', 'pytz'],
  'email-validator': [],
  fastapi: ['starlette', 'pydantic', 'typing-extensions'],
  flask: ['jinja2', 'itsdangerous', 'click', 'markupsafe'],
  'flask-cors': ['flask'],
  'flask-jwt-extended': ['flask', 'pyjwt'],
  'flask-login': ['flask'],
  'flask-migrate': ['flask', 'flask-sqlalchemy', 'alembic'],
  'flask-sqlalchemy': ['flask', 'sqlalchemy'],
  gunicorn: [],
  httpx: ['certifi'],
  itsdangerous: [],
  jinja2: ['markupsafe'],
  mangum: ['typing-extensions'],
  markupsafe: [],
  motor: ['pymongo'],
  numpy: [],
  openai: ['httpx', 'pydantic', 'typing-extensions'],
  orjson: [],
  pandas: ['numpy', 'python-dateutil', 'pytz'],
  passlib: [],
  pillow: [],
  psycopg: ['typing-extensions'],
  'psycopg2-binary': [],
  pydantic: ['typing-extensions'],
  'pydantic-settings': ['pydantic', 'python-dotenv', 'typing-extensions'],
  pyjwt: [],
  pymongo: [],
  pymysql: [],
  'python-dateutil': [],
  'python-dotenv': [],
  'python-multipart': [],
  pytz: [],
  pyyaml: [],
  redis: ['pyjwt'],
  requests: ['urllib3', 'certifi'],
  sqlalchemy: ['typing-extensions'],
  sqlmodel: ['sqlalchemy', 'pydantic'],
  starlette: ['typing-extensions'],
  stripe: ['requests', 'typing-extensions'],
  'typing-extensions': [],
  uvicorn: ['click', 'typing-extensions'],
  werkzeug: ['markupsafe'],
  whitenoise: [],
};

/**
 * Distributions that hardly another one brings: an import of one is undeclared whatever else is installed.
 *
 * Source: general knowledge
 * Date: 2026-11-25
 */
export const rarelyBrought: ReadonlySet<string> = new Set([
  ...['aiomysql', 'alembic', 'asyncpg', 'django-cors-headers', 'django-environ', 'dj-database-url', 'feedparser'],
  ...[
    'firebase-admin',
    'flask-bcrypt',
    'flask-cors',
    'flask-jwt-extended',
    'flask-limiter',
    'flask-login',
    'flask-mail',
  ],
  ...[
    'flask-migrate',
    'flask-restful',
    'flask-socketio',
    'flask-sqlalchemy',
    'flask-wtf',
    'google-generativeai',
    'gspread',
  ],
  ...[
    'gtts',
    'legacy-cgi',
    'mangum',
    'mongoengine',
    'motor',
    'mysql-connector-python',
    'mysqlclient',
    'passlib',
    'peewee',
  ],
  ...['psycopg2-binary', 'pyasynchat', 'pyasyncore', 'pymysql', 'pypdf2', 'python-decouple', 'python-jose', 'qrcode'],
  ...['sendgrid', 'slowapi', 'sqlmodel', 'supabase', 'tortoise-orm', 'twilio', 'upstash-redis', 'whitenoise', 'yt-dlp'],
]);
