import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'werkzeug-url-quote',
  role: 'cause',
  title: 'Flask 2 meets Werkzeug 3, which dropped `url_quote`.',
  literals: ["'url_quote'"],
  pattern: /cannot import name 'url_quote' from 'werkzeug\.urls'/,
  causes: [
    {
      cause: 'Flask is pinned, Werkzeug is not.',
      advice: 'Raise Flask to 3, or pin `Werkzeug<3` beside it.',
    },
  ],
  noise: crashNoise,
  source: 'Public issues, resolved there.',
  examples: [
    {
      log: "ImportError: «cannot import name 'url_quote' from 'werkzeug.urls'» (/var/task/_vendor/werkzeug/urls.py)\n",
    },
    {
      log: "cannot import name 'url_quote'\n",
    },
  ],
});
