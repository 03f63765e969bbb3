/**
 * Calls that reach over the network, connect to a database, load a model or wait, by qualified name.
 *
 * Source: the reference documentation of each project; that the constructors of httpx, redis, pymongo and SQLAlchemy
 * connect lazily, and so are not among them, was executed
 * Date: 2026-11-23
 */
export type Work = 'network' | 'database' | 'model' | 'file' | 'process' | 'wait';

function all(work: Work, names: readonly string[]): [string, Work][] {
  return names.map((name) => [name, work]);
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'request'];

/** Qualified name to what the call does. */
export const importTimeWork: ReadonlyMap<string, Work> = new Map([
  ...all(
    'network',
    methods.flatMap((method) => [`requests.${method}`, `httpx.${method}`]),
  ),
  ...all('network', ['urllib.request.urlopen', 'urllib.request.urlretrieve', 'socket.create_connection']),
  ...all('network', ['nltk.download', 'nltk.downloader.download', 'huggingface_hub.hf_hub_download']),
  ...all('network', ['huggingface_hub.snapshot_download', 'gdown.download', 'wget.download']),
  ...all('database', ['psycopg2.connect', 'psycopg.connect', 'psycopg.Connection.connect', 'pymysql.connect']),
  ...all('database', ['MySQLdb.connect', 'mysql.connector.connect', 'pyodbc.connect']),
  ...all('model', ['transformers.pipeline', 'transformers.pipelines.pipeline']),
  ...all('model', ['sentence_transformers.SentenceTransformer', 'whisper.load_model', 'easyocr.Reader']),
  ...all('file', ['torch.load', 'torch.jit.load', 'joblib.load', 'pickle.load', 'spacy.load', 'dill.load']),
  ...all('file', ['tensorflow.keras.models.load_model', 'keras.models.load_model', 'keras.saving.load_model']),
  ...all('process', ['subprocess.run', 'subprocess.call', 'subprocess.check_call', 'subprocess.check_output']),
  ...all('process', ['os.system']),
  ...all('wait', ['time.sleep']),
]);

/** Packages whose `from_pretrained` methods fetch a model. */
export const pretrainedPackages: ReadonlySet<string> = new Set(['transformers', 'diffusers', 'peft', 'optimum']);

/** Methods that connect, by the qualified name of what made the object. */
export const connectingMethods: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['sqlalchemy.create_engine', new Set(['connect', 'begin', 'raw_connection'])],
  ['sqlalchemy.engine.create_engine', new Set(['connect', 'begin', 'raw_connection'])],
  ['sqlmodel.create_engine', new Set(['connect', 'begin', 'raw_connection'])],
  ['redis.Redis', new Set(['ping', 'get', 'set', 'info'])],
  ['redis.StrictRedis', new Set(['ping', 'get', 'set', 'info'])],
  ['redis.from_url', new Set(['ping', 'get', 'set', 'info'])],
  ['redis.Redis.from_url', new Set(['ping', 'get', 'set', 'info'])],
  ['pymongo.MongoClient', new Set(['server_info', 'list_database_names'])],
]);
