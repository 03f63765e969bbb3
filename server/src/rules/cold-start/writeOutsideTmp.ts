import type { PythonDocument } from '../../documents/python/document.ts';
import { calls, isClosed } from '../../documents/python/scope.ts';
import { projectFolder, writableFolders } from '../../facts/fileWrites.ts';
import { inside, isWithin, nameOf } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { type Span, textAt } from '../../text/span.ts';
import { defineRule, type Finding, type Fix, type ModuleContext } from '../rule.ts';
import { importOfModule, isAlwaysImported } from './closure.ts';
import { loggingWrites } from './djangoLogging.ts';
import { isDone, type Write, writeOf } from './writes.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const django = `-- vercel.json\n{ "builds": [{ "src": "site_config/wsgi.py", "use": "@vercel/python" }] }\n-- site_config/wsgi.py\nimport os\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")\napp = get_wsgi_application()\n-- site_config/settings.py\nfrom pathlib import Path\n\nBASE_DIR = Path(__file__).resolve().parent.parent\n`;

export default defineRule({
  name: 'write-outside-tmp',
  area: 'cold-start',
  subject: 'python',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A file or folder is made at import where a function cannot write.',
  why: 'On Vercel the project lies in /var/task, which is read-only; only /tmp can be written to. At import the OSError, "Read-only file system", ends the import, and every request answers 500.',
  source: 'https://vercel.com/docs/functions/runtimes#file-system-support',
  examples: [
    {
      files: `${head}import os\n\n«os.makedirs("logs", exist_ok=True)»\n`,
      fixed: `${head}import os\n\nos.makedirs("/tmp/logs", exist_ok=True)\n`,
    },
    {
      files: `${head}import logging\nfrom pathlib import Path\n\nBASE = Path(__file__).resolve().parent\n«(BASE / "data").mkdir(parents=True, exist_ok=True)»\nhandler = «logging.FileHandler(BASE / "data" / "app.log")»\n`,
    },
    {
      files: `${head}import logging\n\n«logging.basicConfig(filename='./app.log', level=logging.INFO)»\n`,
      fixed: `${head}import logging\n\nlogging.basicConfig(filename='/tmp/app.log', level=logging.INFO)\n`,
    },
    { files: `${head}import json\n\nwith «open("cache.json", "w")» as file:\n    json.dump({}, file)\n` },
    {
      files: `${django}LOGGING = {\n    "version": 1,\n    "handlers": {"file": {"class": "logging.FileHandler", "filename": «BASE_DIR / "debug.log"»}},\n}\n`,
      note: 'Django opens it when it starts',
    },
    {
      files: `${django}LOGGING = {\n    "version": 1,\n    "handlers": {\n        "file": {"class": "logging.FileHandler", "filename": "/tmp/debug.log"},\n        "later": {"class": "logging.FileHandler", "filename": "later.log", "delay": True},\n        "console": {"class": "logging.StreamHandler"},\n    },\n}\n`,
      note: 'below /tmp, or only once something is written',
    },
    {
      files: `${head}import os, tempfile\n\nos.makedirs("/tmp/logs", exist_ok=True)\nopen(os.path.join(tempfile.gettempdir(), "x"), "w")\n`,
    },
    {
      files: `${head}import os\n\nif not os.getenv("VERCEL"):\n    os.makedirs("logs", exist_ok=True)\n`,
      note: 'not on Vercel',
    },
    {
      files: `${head}import os\n\ntry:\n    os.makedirs("logs")\nexcept OSError:\n    pass\n`,
      note: 'the failure is caught',
    },
    {
      files: `${head}import os\n\nos.makedirs("static", exist_ok=True)\n-- static/app.css\nbody {}\n`,
      note: 'the folder is there already',
    },
    { files: `${head}import os\n\nos.makedirs(os.environ.get("LOG_DIR", "logs"))\nopen("data.json")\n` },
    { files: `${head}import os\n\nos.makedirs("lo`, note: 'half typed' },
  ],

  *check(document, context) {
    if (!isAlwaysImported(context)) return;
    for (const site of calls(document)) {
      if (!site.atImport || !isClosed(document, site.call)) continue;
      const write = writeOf({ document, context }, site);
      if (!write || !isDone({ document, context }, site, write) || isWritable(write) || isThere(context.project, write))
        continue;
      yield found(document, context, write, site.call.span);
    }
    for (const write of loggingWrites(document, context)) {
      if (!isWritable(write)) yield found(document, context, write, write.at.span);
    }
  },
});

function found(document: PythonDocument, context: ModuleContext, write: Write, span: Span): Finding {
  const inProject = write.path.startsWith(`${projectFolder}/`);
  const shown = inProject ? write.path.slice(projectFolder.length + 1) : write.path;
  return {
    span,
    message: `\`${shown}\` cannot be written on Vercel, and the import fails with it. Write under /tmp.`,
    related: importOfModule(context),
    fixes: fixesFor(document.text, write),
  };
}

function isWritable({ path }: Write): boolean {
  return writableFolders.some((folder) => isWithin(path, folder));
}

/** Whether the folder to be made has files in the project, so that it is deployed with them. */
function isThere({ root, files }: Project, { path, folder }: Write): boolean {
  if (!folder || !isWithin(path, projectFolder)) return false;
  const inProject = path.slice(projectFolder.length + 1);
  return inProject === '' || files.list(inside(root, inProject)).length > 0;
}

/** The same name under /tmp, where the path is written out in the call. Other uses of the path stay as they are. */
function fixesFor(text: string, { at, path }: Write): Fix[] {
  const quote = /^(["'])[^"'\\]*\1$/.exec(textAt(text, at.span))?.[1];
  if (at.kind !== 'string' || !quote) return [];
  const inProject = path.startsWith(`${projectFolder}/`);
  const target = `/tmp/${inProject ? path.slice(projectFolder.length + 1) : nameOf(path)}`;
  const edits = [{ span: at.span, newText: `${quote}${target}${quote}` }];
  return [{ title: `Write to ${target}`, safety: 'unsafe', edits }];
}
