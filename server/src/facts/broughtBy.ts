/**
 * What else installs with a distribution, or with its extra, as far as it is imported directly. A distribution that is a key
 * here brings nothing else that `importNames` knows, in any release, unless an extra that is no key is asked for too. Of one
 * that is not, nothing is known.
 *
 * Source: the metadata of their releases (general knowledge, not read for this)
 * Date: 2026-11-30
 */
export const broughtBy: Readonly<Record<string, readonly string[]>> = readTable(`
aiofiles:
aiohappyeyeballs:
aiohttp: attrs typing-extensions
aiomysql: pymysql
aiosignal: typing-extensions
aiosqlite: typing-extensions
alembic: sqlalchemy typing-extensions markupsafe python-dateutil
annotated-doc:
annotated-types:
anthropic: httpx pydantic typing-extensions requests aiohttp
anyio: typing-extensions
apscheduler: pytz setuptools
argon2-cffi:
asgiref: typing-extensions
async-timeout: typing-extensions
asyncpg:
attrs:
bcrypt:
beautifulsoup4: typing-extensions
blinker:
boto3: botocore python-dateutil urllib3
botocore: python-dateutil urllib3
cachetools:
certifi:
cffi:
charset-normalizer:
click:
colorama:
cryptography:
distro:
dj-database-url: django typing-extensions
django: typing-extensions pytz
django-cors-headers: django
django-debug-toolbar: django
django-environ:
django-extensions: django
django-filter: django
django-heroku: dj-database-url whitenoise psycopg2 django
django-storages: django
djangorestframework: django pytz
djangorestframework-simplejwt: django djangorestframework pyjwt
dnspython:
drf-spectacular: django djangorestframework pyyaml typing-extensions attrs
drf-yasg: django djangorestframework pyyaml pytz
ecdsa:
email-validator:
et-xmlfile:
exceptiongroup: typing-extensions
fastapi: starlette pydantic typing-extensions
fastapi[all]: httpx jinja2 python-multipart email-validator click python-dotenv pyyaml pydantic-settings sentry-sdk urllib3 itsdangerous orjson requests
fastapi[standard]: httpx jinja2 python-multipart email-validator click python-dotenv pyyaml pydantic-settings sentry-sdk urllib3
feedparser:
flask: jinja2 itsdangerous click markupsafe
flask-bcrypt: flask bcrypt
flask-caching: flask
flask-compress: flask
flask-cors: flask
flask-httpauth: flask
flask-jwt-extended: flask pyjwt
flask-limiter: flask typing-extensions
flask-login: flask
flask-mail: flask
flask-marshmallow: flask marshmallow
flask-migrate: flask flask-sqlalchemy alembic
flask-mysql: flask pymysql
flask-mysqldb: flask mysqlclient
flask-pymongo: flask pymongo
flask-restful: flask pytz
flask-restx: flask pytz attrs
flask-session: flask
flask-socketio: flask
flask-sqlalchemy: flask sqlalchemy
flask-talisman: flask
flask-wtf: flask wtforms
flask[async]:
flask[dotenv]: python-dotenv
frozenlist:
google-genai: google-auth httpx pydantic requests typing-extensions tenacity
google-generativeai: google-auth pydantic requests typing-extensions google-api-python-client
greenlet:
groq: httpx pydantic typing-extensions
gunicorn: setuptools
h11:
httpcore: certifi
httptools:
httpx: certifi
httpx[http2]:
idna:
itsdangerous:
jinja2: markupsafe
jiter:
jmespath:
limits: typing-extensions
loguru:
lxml:
mako: markupsafe
mangum: typing-extensions
markdown:
markupsafe:
marshmallow: typing-extensions
motor: pymongo
multidict: typing-extensions
mysql-connector-python:
mysqlclient:
numpy:
openai: httpx pydantic typing-extensions requests aiohttp numpy pandas openpyxl
openpyxl:
orjson:
packaging:
pandas: numpy python-dateutil pytz
passlib:
passlib[argon2]:
passlib[bcrypt]: bcrypt
peewee:
pillow:
propcache:
psutil:
psycopg: typing-extensions
psycopg-binary:
psycopg-pool: typing-extensions
psycopg2:
psycopg2-binary:
psycopg[binary]:
psycopg[c]:
psycopg[pool]:
pyasn1:
pycparser:
pycryptodome:
pydantic: typing-extensions
pydantic-core: typing-extensions
pydantic-settings: pydantic python-dotenv typing-extensions
pydantic[email]: email-validator
pyjwt:
pyjwt[crypto]: cryptography
pymongo:
pymongo[srv]:
pymupdf:
pymysql:
pymysql[rsa]: cryptography
pyopenssl: cryptography typing-extensions
pypdf: typing-extensions
pypdf2: typing-extensions
python-dateutil:
python-decouple:
python-docx: lxml typing-extensions
python-dotenv:
python-jose:
python-jose[cryptography]: cryptography
python-multipart:
python-slugify:
pytz:
pyyaml:
qrcode: typing-extensions
qrcode[pil]: pillow
redis: pyjwt
redis[hiredis]:
requests: urllib3 certifi
requests[socks]:
rsa:
s3transfer: botocore
sentry-sdk: urllib3 certifi
sentry-sdk[django]: django
sentry-sdk[fastapi]: fastapi
sentry-sdk[flask]: flask
setuptools:
six:
slowapi: redis typing-extensions
sniffio:
soupsieve:
sqlalchemy: typing-extensions
sqlalchemy[asyncio]:
sqlmodel: sqlalchemy pydantic
sqlparse:
starlette: typing-extensions
stripe: requests typing-extensions
tenacity:
tiktoken: requests
tqdm:
twilio: requests pyjwt aiohttp pytz
typing-extensions:
typing-inspection: typing-extensions
tzdata:
tzlocal: pytz
urllib3:
uvicorn: click typing-extensions
uvicorn[standard]: python-dotenv pyyaml
uvloop:
validators:
watchfiles:
webencodings:
websockets:
werkzeug: markupsafe
whitenoise:
wsproto:
wtforms: markupsafe
yarl:
`);

/** One distribution a line, and behind the colon what it brings. */
function readTable(text: string): Record<string, readonly string[]> {
  const lines = text.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', brought = ''] = line.split(':');
      return [name, brought.split(' ').filter(Boolean)];
    }),
  );
}

/**
 * Distributions that hardly another one brings, but for those of the same family: an import of one is undeclared whatever
 * else is installed, unless something unknown has a word of its name in its own, as `flask-security` has of `flask-login`.
 *
 * Source: general knowledge
 * Date: 2026-11-30
 */
export const rarelyBrought: ReadonlySet<string> = new Set([
  ...['django-cors-headers', 'djangorestframework-simplejwt', 'flask-bcrypt', 'flask-cors', 'flask-jwt-extended'],
  ...['flask-limiter', 'flask-login', 'flask-mail', 'flask-migrate', 'flask-restful', 'flask-socketio'],
  ...['flask-sqlalchemy', 'flask-wtf', 'mangum', 'slowapi'],
]);
