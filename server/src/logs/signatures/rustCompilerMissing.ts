import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'rust-compiler-missing',
  role: 'cause',
  phase: 'build',
  title: 'A package would have to be compiled with Rust, which the build machine does not have.',
  literals: ['Cargo, the Rust package manager, is not installed', "can't find Rust compiler"],
  pattern: /Cargo, the Rust package manager, is not installed|can't find Rust compiler/,
  causes: [
    {
      cause:
        'There is no wheel of the pinned release for the Python that runs, so its source is taken: old pins of pydantic-core, tiktoken, orjson, cryptography or tokenizers meet this.',
      advice:
        'Raise the pin of that package; the last "Collecting …" or "Failed to build …" names it. Where the log does not, raise those of the list that the project has.',
      rules: ['requirement-no-wheel'],
    },
  ],
  explains: ['package-not-built'],
  noise: [...installNoise, 'package-not-built'],
  source: 'Messages of maturin and setuptools-rust, in public issues.',
  examples: [
    {
      log: `× Preparing metadata (pyproject.toml) did not run successfully.
╰─> [6 lines of output]
«Cargo, the Rust package manager, is not installed» or is not on PATH.
error: metadata-generation-failed
`,
    },
    {
      log: 'Cargo is installed\n',
    },
  ],
});
