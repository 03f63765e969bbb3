import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'template-missing',
  role: 'cause',
  title: 'The template `{template}` is not found.',
  literals: ['TemplateNotFound', 'TemplateDoesNotExist'],
  pattern: /(?:TemplateNotFound|TemplateDoesNotExist): (?<template>\S+)/,
  causes: [
    {
      cause: 'The folder of templates is given relative to the working folder, or is not in the deployment.',
      advice:
        'Build the path from the module (`Path(__file__).parent / "templates"`), and look whether `excludeFiles` or `.vercelignore` leaves it out. Upper and lower case count.',
    },
  ],
  noise: crashNoise,
  source: 'Messages of Jinja2 and Django (general knowledge).',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    return render_template("home.html")
jinja2.exceptions.«TemplateNotFound: home.html»
`,
    },
    {
      log: 'TemplateNotFound\n',
    },
  ],
});
