import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'django-setting-missing',
  role: 'cause',
  title: 'Django is not set up: {message}',
  literals: ['ImproperlyConfigured'],
  pattern:
    /ImproperlyConfigured: (?<message>(?:The SECRET_KEY setting must not be empty|You're using the staticfiles app without having set the STATIC_ROOT|Requested setting|settings\.DATABASES is improperly|Set the \w+ environment variable|Error loading \w+ module)[^\n]*)/,
  causes: [
    {
      cause: '`collectstatic` needs a folder to collect into, and `STATIC_ROOT` in the settings is not set.',
      advice: 'Set `STATIC_ROOT = BASE_DIR / "staticfiles"` in the settings and deploy again.',
      when: ({ values }) => values.message?.includes('STATIC_ROOT') || false,
    },
    {
      cause:
        'A setting is empty, most often because the environment variable it is read from is not set for this environment.',
      advice: 'Set it under Settings, Environment Variables, and deploy again.',
    },
  ],
  noise: [...crashNoise, 'command-failed'],
  source: "Django's own message.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    django.setup()
django.core.exceptions.«ImproperlyConfigured: The SECRET_KEY setting must not be empty.»
`,
    },
    {
      log: "django.core.exceptions.«ImproperlyConfigured: You're using the staticfiles app without having set the STATIC_ROOT setting to a filesystem path.»\n",
      says: 'collectstatic',
    },
    {
      log: 'ImproperlyConfigured\n',
    },
  ],
});
