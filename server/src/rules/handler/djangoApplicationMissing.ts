import { buildSettings, djangoSetting } from '../../deployment/djangoSettings.ts';
import { managedFolder } from '../../deployment/presetEntrypoint.ts';
import { constantString } from '../../documents/python/scope.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';

const django =
  '-- requirements.txt\nDjango==5.1.4\n-- manage.py\nimport os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n-- shop/__init__.py\n-- shop/wsgi.py\nfrom django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n-- shop/settings.py\nDEBUG = False\n';

export default defineRule({
  name: 'django-application-missing',
  area: 'handler',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`WSGI_APPLICATION` or `ASGI_APPLICATION` names a module that is not there.',
  why: 'For a Django project the builder runs manage.py and serves what `ASGI_APPLICATION` names, else `WSGI_APPLICATION`. Where that file is missing there is nothing to serve.',
  source: 'https://vercel.com/docs/frameworks/full-stack/django#configure-the-django-entrypoint',
  examples: [
    { files: `${django}WSGI_APPLICATION = «"store.wsgi.application"»\n` },
    {
      files: `${django}WSGI_APPLICATION = "shop.wsgi.application"\nASGI_APPLICATION = «"shop.asgi.application"»\n`,
      note: '`ASGI_APPLICATION` comes first',
    },
    { files: `${django}WSGI_APPLICATION = "shop.wsgi.application"\n` },
    { files: `${django}ASGI_APPLICATION = None\nWSGI_APPLICATION = "shop.wsgi.application"\n`, note: 'not set' },
    { files: `${django}WSGI_APPLICATION = f"{NAME}.wsgi.application"\n`, note: 'a name that the file does not tell' },
    { files: `${django}WSGI_APPLICATION = "store.ws`, note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const settings = buildSettings(project);
    const folder = managedFolder(project);
    if (settings === undefined || folder === undefined) return;
    if (deployment.framework.python !== 'django' || deployment.mode !== 'framework') return;
    for (const name of ['ASGI_APPLICATION', 'WSGI_APPLICATION']) {
      const found = djangoSetting(project, settings, name);
      const dotted = found && constantString(found.document, found.value);
      if (found && dotted === undefined) {
        if (found.value.kind === 'constant') continue;
        return;
      }
      if (!found || dotted === undefined) continue;
      if (!/^[\w.]+\.\w+$/.test(dotted) || !/["']$/.test(found.document.text.slice(0, found.value.span.end))) return;
      const path = inside(folder, `${dotted.split('.').slice(0, -1).join('/')}.py`);
      const isPackage = project.files.list(path.slice(0, -'.py'.length)).length > 0;
      if (project.files.has(path) || isPackage || deployment.functions.length > 0) return;
      yield {
        path: found.path,
        span: found.value.span,
        message: `\`${name}\` means ${relativeTo(project.root, path)}, which is not there, so nothing is served. Name the module that is.`,
      };
      return;
    }
  },
});
