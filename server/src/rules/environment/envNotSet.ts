import { hasVariable, type PulledVariables, pulledVariablesOf } from '../../deployment/pulledVariables.ts';
import { importChain } from '../importChain.ts';
import { defineRule } from '../rule.ts';
import { isLoadedAtBuild, neededAtImport, setsUnknownVariables } from './requiredVariables.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n';
const link = '-- .vercel/project.json\n{ "projectId": "p", "orgId": "o" }\n';
const pulled = `${link}-- .vercel/.env.production.local\n# Created by Vercel CLI\nDATABASE_URL=""\nVERCEL="1"\n`;

export default defineRule({
  name: 'env-not-set',
  area: 'environment',
  subject: 'python',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'A variable that the import needs is not set in the Vercel project.',
  why: '`vercel pull` wrote down which variables the project has. This one is not among them, so the import ends with a KeyError or a ValidationError and every request answers 500; Django settings end the build already. Only names are compared: sensitive values are pulled empty. Where those of previews were pulled it is a warning, since a variable may be set for one branch alone.',
  ignore: 'It was set since the last `vercel pull`. Pull again, and this goes away.',
  source: 'https://vercel.com/docs/cli/pull',
  examples: [
    {
      files: `${head}${pulled}-- main.py\nimport os\n\nSECRET = «os.environ["SECRET_KEY"]»\nURL = os.environ["DATABASE_URL"]\n`,
    },
    {
      files: `${head}${link}-- .vercel/.env.preview.local\nVERCEL_ENV="preview"\nAPP_REGION="eu"\n-- main.py\nfrom app.settings import settings\n-- app/settings.py\nfrom pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    app_region: str\n    app_token: str\n\nsettings = «Settings()»\n`,
    },
    {
      files: `${head}${pulled}-- main.py\nimport os\n\nSECRET = os.environ.get("SECRET_KEY")\nURL = os.environ["DATABASE_URL"]\n`,
    },
    {
      files: `${head}${link}-- .vercel/.env.development.local\nVERCEL="1"\n-- main.py\nimport os\n\nSECRET = os.environ["SECRET_KEY"]\n`,
      note: 'the variables of development say nothing about a deployment',
    },
    {
      files: `${head}${link}-- .env.production.local\nVERCEL="1"\n-- main.py\nimport os\n\nSECRET = os.environ["SECRET_KEY"]\n`,
      note: 'a file that somebody wrote by hand',
    },
    {
      files: `${head}${pulled}-- main.py\nimport os\nfrom dotenv import load_dotenv\n\nload_dotenv("config/live.cfg")\nSECRET = os.environ["SECRET_KEY"]\n`,
      note: 'another file may set it',
    },
    {
      files: `${head}${link}-- .vercel/.env.production.local\nVERCEL="1"\napp_token="t"\n-- main.py\nfrom pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    app_token: str\n\nsettings = Settings()\n`,
      note: 'a settings class takes it in whatever case',
    },
    { files: `${head}${pulled}-- main.py\nimport os\n\nSECRET = os.environ["SECRET_KEY`, note: 'half typed' },
  ],

  *check(document, context) {
    const variables = pulledVariablesOf(context.project);
    if (!variables || setsUnknownVariables(context)) return;
    for (const { span, names } of neededAtImport(document, context)) {
      const missing = names.filter((name) => !hasVariable(variables, name));
      if (missing.length === 0) continue;
      yield {
        span,
        ...(variables.environment === 'preview' ? { severity: 'warning' as const } : {}),
        message: messageFor(missing, variables, isLoadedAtBuild(context)),
        related: importChain(context),
      };
    }
  },
});

function messageFor(names: readonly string[], { environment }: PulledVariables, atBuild: boolean): string {
  const listed =
    names
      .slice(0, 3)
      .map((name) => `\`${name}\``)
      .join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
  const [are, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const result = atBuild ? 'the build stops' : 'the function dies at start';
  return `${listed} ${are} not set for ${environment === 'preview' ? 'previews' : environment}, and ${result} without ${them}. Add ${them} in the Vercel project.`;
}
