import { pulledVariablesOf } from '../../deployment/pulledVariables.ts';
import { importChain } from '../importChain.ts';
import { defineRule } from '../rule.ts';
import { isLoadedAtBuild, neededAtImport } from './requiredVariables.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'env-required-at-import',
  area: 'environment',
  subject: 'python',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'A variable without which the entrypoint cannot be imported.',
  why: 'Where the variable is not set in the Vercel project, for the environment that is deployed, the import ends with a KeyError or a ValidationError and every request answers 500. What is set there, the files do not tell; a change counts from the next deployment on.',
  ignore: 'The variable is set for production and for previews.',
  source: 'https://vercel.com/docs/environment-variables',
  examples: [
    {
      files: `${head}import os\n\nSECRET = «os.environ["SECRET_KEY"]»\nAGAIN = os.environ["SECRET_KEY"]\n`,
      note: 'once for each variable',
    },
    {
      files: `${head}import os\n\nURL = «os.environ.get("DATABASE_URL")».replace("postgres://", "postgresql://", 1)\nNAME = os.getenv("NAME", "x").strip()\nKEY = os.getenv("KEY") and os.getenv("KEY").strip()\nif os.getenv("LIST"):\n    LIST = os.getenv("LIST").split()\ntry:\n    IDS = os.getenv("IDS").split(",")\nexcept AttributeError:\n    IDS = []\n`,
      note: 'there is nothing whose method could be called',
    },
    {
      files: `${head}from app.settings import settings
-- app/settings.py
from pydantic_settings import BaseSettings, SettingsConfigDict

class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="APP_")
    secret_key: str
    database_url: str
    debug: bool = False

settings = «Settings()»
`,
    },
    {
      files: `${head}import os\n\nSECRET = os.environ.get("SECRET_KEY")\n\ndef key():\n    return os.environ["KEY"]\n`,
    },
    {
      files: `${head}import os\n\nREGION = os.environ["VERCEL_REGION"]\nif REGION:\n    KEY = os.environ["KEY"]\n`,
      note: 'set by Vercel, or read in some cases only',
    },
    {
      files: `-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "env": { "MODE": "live" } }\n-- main.py\nimport os\n\nMODE = os.environ["MODE"]\n`,
      note: 'vercel.json sets it',
    },
    {
      files: `${head}import os\n\nos.environ["TOKENIZERS"] = "false"\nMODE = os.environ["TOKENIZERS"]\n`,
      note: 'the code sets it',
    },
    {
      files: `${head}from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    key: str = ""\n\nsettings = Settings()\n`,
    },
    {
      files: `-- requirements.txt\ndjango\n-- manage.py\nimport os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")\n-- site_config/settings.py\nimport os\n\nSECRET_KEY = «os.environ["SECRET_KEY"]»\nWSGI_APPLICATION = "site_config.wsgi.application"\n-- site_config/wsgi.py\nimport os\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")\napplication = get_wsgi_application()\n`,
      note: 'Vercel runs manage.py while it builds, and that loads the settings',
    },
    {
      files: `-- vercel.json\n{ "builds": [{ "src": "site_config/wsgi.py", "use": "@vercel/python" }] }\n-- requirements.txt\ndjango\n-- manage.py\nimport os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")\n-- site_config/settings.py\nimport os\n\nSECRET_KEY = «os.environ["SECRET_KEY"]»\n-- site_config/wsgi.py\nimport os\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")\napplication = get_wsgi_application()\n`,
      note: 'with `builds` the build does not load them, and the function does',
    },
    {
      files: `-- .vercel/project.json\n{ "projectId": "p" }\n-- .vercel/.env.production.local\n# Created by Vercel CLI\nVERCEL="1"\nSECRET_KEY=""\n${head}import os\n\nSECRET = os.environ["SECRET_KEY"]\n`,
      note: 'the variables of the Vercel project were pulled, and it is one of them',
    },
    { files: `${head}import os\n\nKEY = os.environ["`, note: 'half typed' },
  ],

  *check(document, context) {
    if (pulledVariablesOf(context.project)) return;
    const atBuild = isLoadedAtBuild(context);
    for (const { span, names } of neededAtImport(document, context)) {
      yield { span, message: messageFor(names, atBuild), related: importChain(context) };
    }
  },
});

function messageFor(names: readonly string[], atBuild: boolean): string {
  const listed = names
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const result = atBuild ? 'the build stops: it loads these Django settings' : 'the function dies at start';
  return `Without ${listed}${more} ${result}. Set ${names.length === 1 ? 'it' : 'them'} in the Vercel project.`;
}
