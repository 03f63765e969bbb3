/**
 * The ends of file names that models, tables, databases, archives and media bear: the files of a project that may weigh
 * something beside its packages. Source and pages are not among them.
 *
 * Source: general knowledge
 * Date: 2026-11-25
 */
export const dataFileKinds: ReadonlySet<string> = new Set([
  ...[
    'bin',
    'pt',
    'pth',
    'ckpt',
    'onnx',
    'safetensors',
    'gguf',
    'ggml',
    'h5',
    'hdf5',
    'keras',
    'pb',
    'tflite',
    'mlmodel',
  ],
  ...['pkl', 'pickle', 'joblib', 'npy', 'npz', 'model', 'weights', 'faiss', 'index', 'dat', 'data'],
  ...['csv', 'tsv', 'parquet', 'feather', 'arrow', 'orc', 'avro', 'xlsx', 'xls', 'jsonl', 'ndjson', 'geojson'],
  ...['nc', 'tif'],
  ...['db', 'sqlite', 'sqlite3', 'duckdb', 'mdb', 'sql', 'dump'],
  ...['zip', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'zst', '7z', 'rar', 'whl', 'jar', 'iso'],
  ...['so', 'dll', 'dylib', 'exe', 'wasm', 'node'],
  ...['mp4', 'mov', 'avi', 'mkv', 'webm', 'mp3', 'wav', 'flac', 'psd', 'tiff', 'bmp', 'pdf', 'pptx'],
]);
