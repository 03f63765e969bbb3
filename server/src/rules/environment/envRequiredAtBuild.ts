import { buildSettings } from '../../deployment/djangoSettings.ts';
import { deployedModules, importClosure } from '../../deployment/importClosure.ts';
import { environmentReads } from '../../documents/python/scope.ts';
import { jsonAt } from '../../documents/vercelJson.ts';
import { isPresent } from '../../facts/vercelVariables.ts';
import { documentAt } from '../../project/files.ts';
import { inside } from '../../project/paths.ts';
import { vercelJsonOf } from '../../project/project.ts';
import { defineRule, type RelatedPlace, type RuleContext } from '../rule.ts';

const manage =
  '-- requirements.txt\nDjango==5.1.4\n-- manage.py\nimport os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n-- shop/wsgi.py\nfrom django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n';
const settings = '-- shop/settings.py\nimport os\n\nWSGI_APPLICATION = "shop.wsgi.application"\n';

export default defineRule({
  name: 'env-required-at-build',
  area: 'environment',
  subject: 'project',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: 'A variable without which the settings of Django cannot be read, already while building.',
  why: 'The builder runs manage.py to read the settings, and collectstatic behind it. Where a variable is missing the build stops with DJANGO_SETTINGS_FAILED and the KeyError. Variables of the Vercel project count for builds and requests; those under `env` in vercel.json count for requests alone, those under `build.env` for builds.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#build.env',
  examples: [
    { files: `${manage}${settings}SECRET_KEY = «os.environ["SECRET_KEY"]»\n` },
    {
      files: `-- vercel.json\n{ "env": { "REGION": "eu" } }\n${manage}-- shop/settings.py\nfrom .base import *\n-- shop/base.py\nimport os\n\nWSGI_APPLICATION = "shop.wsgi.application"\nREGION = «os.environ["REGION"]»\n`,
      note: '`env` counts for requests alone',
    },
    { files: `${manage}${settings}SECRET_KEY = os.environ.get("SECRET_KEY", "development")\n` },
    {
      files: `-- vercel.json\n{ "build": { "env": { "REGION": "eu" } } }\n${manage}${settings}REGION = os.environ["REGION"]\n`,
    },
    {
      files: `${manage}${settings}\ndef key():\n    return os.environ["SECRET_KEY"]\n`,
      note: 'read when it is called',
    },
    { files: `${manage}${settings}COMMIT = os.environ["VERCEL_GIT_COMMIT_SHA"]\n`, note: 'Vercel sets it' },
    { files: `${manage}${settings}SECRET_KEY = os.environ["SECRET_`, note: 'half typed' },
  ],

  *check(_document, context) {
    const { project, deployment } = context;
    if (deployment.framework.python !== 'django' || deployment.mode !== 'framework') return;
    const start = buildSettings(project);
    if (start === undefined || [...project.files.list(project.root)].some(({ name }) => name === '.env')) return;
    const said = deployedModules(project, deployment);
    const seen = new Set<string>();
    for (const [path, { conditional }] of importClosure(project, [start])) {
      const document = conditional || said.has(path) ? undefined : documentAt(project.files, path, 'python');
      for (const read of document ? environmentReads(document) : []) {
        const { name, required, atImport, conditional: isUncertain, span } = read;
        if (!required || !atImport || isUncertain || !/^\w+$/.test(name) || isPresent(name) || seen.has(name)) continue;
        if (isSetForBuild(context, name) || document?.text.slice(0, span.start).includes(`setdefault("${name}"`))
          continue;
        seen.add(name);
        const forRequests = setForRequests(context, name);
        yield {
          path,
          span,
          message:
            forRequests.length > 0
              ? `The build reads \`${name}\` too, and \`env\` in vercel.json sets it for requests alone. Set it under \`build.env\` as well.`
              : `Without \`${name}\` the build stops, because it runs manage.py. Set it in the Vercel project.`,
          related: forRequests,
        };
      }
    }
  },
});

function isSetForBuild({ project }: RuleContext, name: string): boolean {
  const document = vercelJsonOf(project);
  return document !== undefined && jsonAt(document, ['build', 'env', name]) !== undefined;
}

function setForRequests({ project }: RuleContext, name: string): RelatedPlace[] {
  const document = vercelJsonOf(project);
  const node = document && jsonAt(document, ['env', name]);
  if (!node) return [];
  const span = { start: node.offset, end: node.offset + node.length };
  return [{ path: inside(project.root, 'vercel.json'), span, message: 'This counts for requests alone.' }];
}
