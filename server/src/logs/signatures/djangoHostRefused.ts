import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'django-host-refused',
  role: 'cause',
  title: 'Django refuses the host name `{host}`.',
  literals: ['Invalid HTTP_HOST header'],
  pattern: /Invalid HTTP_HOST header: '(?<host>[^']+)'/,
  causes: [
    {
      cause: '`ALLOWED_HOSTS` in the settings does not list it. Each deployment has an address of its own.',
      advice: 'Add `".vercel.app"` and your domain to `ALLOWED_HOSTS`.',
    },
  ],
  noise: crashNoise,
  source: "Django's own message (general knowledge).",
  examples: [
    {
      log: "django.core.exceptions.DisallowedHost: «Invalid HTTP_HOST header: 'orchard.vercel.app'». You may need to add 'orchard.vercel.app' to ALLOWED_HOSTS.\n",
    },
    {
      log: 'Invalid header\n',
    },
  ],
});
