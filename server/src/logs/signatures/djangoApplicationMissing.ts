import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'django-application-missing',
  role: 'cause',
  phase: 'build',
  title: 'Vercel found Django, but not its application.',
  literals: ['Found Django manage.py in "'],
  pattern: /Found Django manage\.py in "(?<folder>[^"]*)" but could not resolve the application entrypoint/,
  causes: [
    {
      cause:
        'The settings module that `manage.py` names sets neither `WSGI_APPLICATION` nor `ASGI_APPLICATION`, or the module they name is not there.',
      advice:
        'Set `WSGI_APPLICATION = "project.wsgi.application"` in the settings, and keep the file `project/wsgi.py`.',
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «Found Django manage.py in "." but could not resolve the application entrypoint». Ensure WSGI_APPLICATION or ASGI_APPLICATION is set in your Django settings.\n',
    },
    {
      log: 'Found Django manage.py in "."\n',
    },
  ],
});
