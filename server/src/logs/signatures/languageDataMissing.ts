import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'language-data-missing',
  role: 'cause',
  phase: 'runtime',
  title: ({ data, model }) => `The language data \`${data ?? model}\` is not in the deployment.`,
  literals: ['Resource ', "[E050] Can't find model"],
  pattern: /^[\s*]*(?<at>Resource (?<data>[a-z]\w+) not found\.)\s*$|\[E050\] Can't find model '(?<model>[^']+)'/,
  causes: [
    {
      cause: 'NLTK keeps its data outside of the package, and what you downloaded to your machine is not deployed.',
      advice:
        'Download it into a folder of the project (`python -m nltk.downloader -d nltk_data {data}`), commit that, and set `NLTK_DATA` to it. At run time `/tmp` is the only other place.',
      when: ({ values }) => values.data !== undefined,
    },
    {
      cause: 'A model of spaCy is a package of its own, and the requirements do not list it.',
      advice: 'Add the wheel of `{model}` to the requirements by its URL, as `spacy info {model} --url` prints it.',
      when: ({ values }) => values.model !== undefined,
    },
  ],
  noise: [...crashNoise, 'python-exception'],
  source: 'Messages of NLTK and spaCy (general knowledge).',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/api/index.py", line 31, in analyse
    tokens = word_tokenize(text)
LookupError:
**********************************************************************
  «Resource punkt_tab not found.»
  Please use the NLTK Downloader to obtain the resource:
`,
      says: 'NLTK',
    },
    {
      log: "OSError: «[E050] Can't find model 'en_core_web_sm'». It doesn't seem to be a Python package or a valid path to a data directory.\n",
      says: 'spaCy',
    },
    {
      log: 'Resource users was read\n',
    },
  ],
});
