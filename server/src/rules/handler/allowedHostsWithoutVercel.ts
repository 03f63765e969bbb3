import { djangoSetting, requestSettings } from '../../deployment/djangoSettings.ts';
import { constantString } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { quoteOf } from '../../text/quotes.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';

const django =
  '-- requirements.txt\nDjango==5.1.4\n-- manage.py\nimport os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n-- shop/wsgi.py\nfrom django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n-- shop/settings.py\nimport os\n\nWSGI_APPLICATION = "shop.wsgi.application"\n';

export default defineRule({
  name: 'allowed-hosts-without-vercel',
  area: 'handler',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: '`ALLOWED_HOSTS` of Django leaves out the hosts of the deployment.',
  why: 'Django answers each request for a host that is not in `ALLOWED_HOSTS` with 400, "Invalid HTTP_HOST header" (DisallowedHost). Every deployment has a host below vercel.app, previews among them; with `DEBUG` on and an empty list only localhost is allowed.',
  source: 'https://docs.djangoproject.com/en/5.2/ref/settings/#allowed-hosts',
  examples: [
    {
      files: `${django}ALLOWED_HOSTS = «["127.0.0.1", "localhost"]»\n`,
      fixed: `${django}ALLOWED_HOSTS = ["127.0.0.1", "localhost", ".vercel.app"]\n`,
    },
    {
      files: `${django}ALLOWED_HOSTS = «[]»\n`,
      fixed: `${django}ALLOWED_HOSTS = [".vercel.app"]\n`,
    },
    {
      files: `${django}ALLOWED_HOSTS = «('shop.example.com',)»\n`,
      fixed: `${django}ALLOWED_HOSTS = ('shop.example.com', '.vercel.app',)\n`,
      note: 'a domain of its own answers, previews do not: information',
    },
    { files: `${django}ALLOWED_HOSTS = [".vercel.app", "127.0.0.1"]\n` },
    { files: `${django}ALLOWED_HOSTS = ["*"]\n` },
    { files: `${django}ALLOWED_HOSTS = ["shop-git-main-acme.vercel.app"]\n`, note: 'a host of Vercel' },
    { files: `${django}ALLOWED_HOSTS = ["127.0.0.1", os.environ.get("VERCEL_URL")]\n`, note: 'not a closed list' },
    {
      files: `${django}ALLOWED_HOSTS = []\nALLOWED_HOSTS += os.environ["HOSTS"].split(",")\n`,
      note: 'more comes behind it',
    },
    { files: `${django}ALLOWED_HOSTS = ["127.0.0.1", "local`, note: 'half typed' },
  ],

  *check(_document, context) {
    const settings = requestSettings(context.project, context.deployment);
    const found = settings === undefined ? undefined : djangoSetting(context.project, settings, 'ALLOWED_HOSTS');
    if (!found || (found.value.kind !== 'list' && found.value.kind !== 'tuple')) return;
    const { document, path, value } = found;
    const hosts = found.value.elements.map((element) => constantString(document, element));
    const text = textAt(document.text, value.span);
    if (!/^[[(][\s\S]*[\])]$/.test(text) || hosts.some((host) => host === undefined || reachesVercel(host))) return;
    const isLocal = hosts.every(
      (host) => host === undefined || /^(?:localhost|\.localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|::1|)$/.test(host),
    );
    yield {
      path,
      span: value.span,
      message: isLocal
        ? '`ALLOWED_HOSTS` allows no host of the deployment, so every request answers 400. Add `.vercel.app`.'
        : '`ALLOWED_HOSTS` leaves out `.vercel.app`, so previews answer 400. Add it, unless only your own domain is used.',
      ...(isLocal ? {} : { severity: 'info' as const }),
      fixes: fixesFor(document.text, found.value.elements, value),
    };
  },
});

function reachesVercel(host: string): boolean {
  return host === '*' || /(?:^|\.)vercel\.(?:app|dev)$/i.test(host) || /(?:^|\.)now\.sh$/i.test(host);
}

/** The host behind the last one, in its quotes. */
function fixesFor(text: string, elements: readonly Expression[], { span }: Expression): Fix[] {
  const title = 'Add ".vercel.app"';
  const last = elements.at(-1);
  if (!last) {
    if (textAt(text, span).replace(/\s/g, '') !== '[]') return [];
    return [{ title, safety: 'unsafe', edits: [{ span, newText: `[${quoteOf(text)}.vercel.app${quoteOf(text)}]` }] }];
  }
  const quote = text.slice(last.span.start, last.span.end).startsWith("'") ? "'" : '"';
  const newText = `, ${quote}.vercel.app${quote}`;
  return [{ title, safety: 'unsafe', edits: [{ span: { start: last.span.end, end: last.span.end }, newText }] }];
}
