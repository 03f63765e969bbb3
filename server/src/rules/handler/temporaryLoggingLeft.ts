import { temporaryLines, withoutTemporaryLogging } from '../../documents/python/temporaryLogging.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'temporary-logging-left',
  area: 'handler',
  subject: 'python',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'Temporary logging of imports is still in the code.',
  why: '"Add temporary import logging" puts lines into an entrypoint that tell in the log of a deployment how far its import has come. Each start of an instance writes them, and once the failure is found nobody reads them.',
  ignore: 'You are still looking for the failure.',
  source: 'The lines are those that this tool adds; each ends with `# preflight: temporary`.',
  examples: [
    {
      files:
        '-- api/index.py\nfrom fastapi import FastAPI\n«import sys as _preflight_sys  # preflight: temporary»\napp = FastAPI()\n_preflight_log("end of index.py")  # preflight: temporary\n',
      fixed: '-- api/index.py\nfrom fastapi import FastAPI\napp = FastAPI()\n',
    },
    {
      files:
        '-- api/index.py\n«_preflight_log("before import flask")  # preflight: temporary»\nimport flask\napp = flask.Flask(__name__)\n',
      fixed: '-- api/index.py\nimport flask\napp = flask.Flask(__name__)\n',
      note: 'a line that is left of it, whatever calls it',
    },
    { files: '-- api/index.py\nimport sys  # preflight: temporary\napp = 1\n', note: 'a line of somebody else' },
    {
      files: '-- api/index.py\ntext = """\n_preflight_log("x")  # preflight: temporary\n"""\napp = 1\n',
      note: 'text that shows such a line',
    },
    { files: '-- api/index.py\nimport sys\n_preflight_log("x")  # preflight: tempo', note: 'half typed' },
  ],

  *check(document) {
    const [first] = temporaryLines(document);
    if (!first) return;
    const length = document.text.slice(first.start, first.end).trimEnd().length;
    yield {
      span: { start: first.start, end: first.start + length },
      message: 'Temporary logging of imports is still here. Remove it once the failure is found.',
      fixes: [{ title: 'Remove temporary import logging', safety: 'unsafe', edits: withoutTemporaryLogging(document) }],
    };
  },
});
