/** A distribution whose import takes long or needs much memory. */
export interface HeavyDistribution {
  /** As it is installed. */
  readonly name: string;
  /** Megabytes (10^6) of its newest Linux x86_64 wheel, packed; absent where that is not known. Unpacked it is more. */
  readonly megabytes?: number;
}

function row(module: string, name: string, megabytes?: number): [string, HeavyDistribution] {
  return [module, megabytes === undefined ? { name } : { name, megabytes }];
}

/**
 * By the module that is imported.
 *
 * Source: the sizes of wheels in public uv.lock files, read to 2026-08-22 (torch 2.x, transformers 5.14, scipy, pandas ...);
 * numba with llvmlite, polars with its runtime, which they cannot do without. That those without a size are heavy is
 * general knowledge.
 * Date: 2026-11-23
 */
export const heavyDistributions: ReadonlyMap<string, HeavyDistribution> = new Map([
  row('torch', 'torch', 527),
  row('tensorflow', 'tensorflow'),
  row('keras', 'keras'),
  row('jax', 'jax'),
  row('vllm', 'vllm', 495),
  row('transformers', 'transformers', 12),
  row('sentence_transformers', 'sentence-transformers'),
  row('diffusers', 'diffusers'),
  row('sklearn', 'scikit-learn', 9),
  row('scipy', 'scipy', 35),
  row('pandas', 'pandas', 11),
  row('polars', 'polars', 48),
  row('pyarrow', 'pyarrow', 50),
  row('matplotlib', 'matplotlib', 10),
  row('plotly', 'plotly', 10),
  row('statsmodels', 'statsmodels', 10),
  row('skimage', 'scikit-image', 14),
  row('numba', 'numba', 64),
  row('xgboost', 'xgboost'),
  row('lightgbm', 'lightgbm'),
  row('cv2', 'opencv', 59),
  row('spacy', 'spacy', 32),
  row('onnxruntime', 'onnxruntime', 19),
  row('faiss', 'faiss-cpu', 19),
  row('chromadb', 'chromadb', 23),
  row('duckdb', 'duckdb', 21),
  row('fitz', 'pymupdf', 26),
  row('pymupdf', 'pymupdf', 26),
  row('gradio', 'gradio', 59),
  row('streamlit', 'streamlit', 9),
  row('ray', 'ray', 72),
  row('mlflow', 'mlflow', 29),
  row('litellm', 'litellm', 24),
  row('langchain', 'langchain'),
  row('langchain_community', 'langchain-community'),
  row('llama_index', 'llama-index-core', 12),
  row('playwright', 'playwright', 48),
]);
