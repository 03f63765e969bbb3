import { zeroConfigurationOf } from '../../deployment/modernise/zeroConfiguration.ts';
import { jsonAt, keyOf, propertyOf, spanOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'builds-disable-project-settings',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: '`builds` turns the settings of the project off, and nothing here needs it.',
  why: 'With `builds` the install, build and output settings of the project have no effect, and `functions` with its limits cannot be used. The finding is there only where zero configuration does the same: it builds the same file with the same Python and the same dependencies, and answers every request as before.',
  ignore: 'The project is deployed as it was years ago, and nobody wants to look at it.',
  source:
    '`vercel` 64.0.2 says so at each build: "Due to `builds` existing in your configuration file, the Build and Development Settings defined in your Project Settings will not apply." https://vercel.com/docs/project-configuration/vercel-json#builds',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  «"builds"»: [{ "src": "main.py", "use": "@vercel/python", "config": { "includeFiles": "data/**" } }],\n  "routes": [{ "src": "/(.*)", "dest": "main.py" }]\n}\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{\n  "framework": "fastapi",\n  "functions": { "main.py": { "includeFiles": "data/**" } }\n}\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ «"builds"»: [{ "src": "api/*.py", "use": "@vercel/python" }], "routes": [{ "src": "/users/(.*)", "dest": "/api/users.py" }, { "src": "/(.*)", "dest": "/api/index.py" }] }\n-- requirements.txt\nflask\n-- api/index.py\napp = 1\n-- api/users.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{ "framework": null, "routes": [{ "src": "/users/(.*)", "dest": "/api/users" }, { "src": "/(.*)", "dest": "/api/index" }] }\n-- requirements.txt\nflask\n-- api/index.py\napp = 1\n-- api/users.py\napp = 1\n',
      note: 'several functions keep their `routes`, and take no preset',
    },
    {
      files:
        '-- vercel.json\n{ «"builds"»: [{ "src": "web/server.py", "use": "@vercel/python" }], "routes": [{ "src": "/(.*)", "dest": "web/server.py" }] }\n-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\ndependencies = ["flask"]\n-- web/server.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{ "framework": "flask" }\n-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\ndependencies = ["flask"]\n\n[tool.vercel]\nentrypoint = "web.server:app"\n-- web/server.py\napp = 1\n',
      note: 'pyproject.toml names an entrypoint that Vercel would not look for',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "web/server.py", "use": "@vercel/python" }], "routes": [{ "src": "/(.*)", "dest": "web/server.py" }] }\n-- requirements.txt\nflask\n-- web/server.py\napp = 1\n',
      note: 'Vercel does not look there without `builds`',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "routes": [{ "src": "/api/(.*)", "dest": "main.py" }] }\n-- requirements.txt\nflask\n-- main.py\napp = 1\n',
      note: 'other paths would reach the application too',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }, { "src": "web/**", "use": "@vercel/static" }], "routes": [{ "src": "/(.*)", "dest": "main.py" }] }\n-- main.py\napp = 1\n-- web/a.html\n',
      note: 'a builder beside that for Python',
    },
    {
      files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/pyth\n-- main.py\napp = 1\n',
      note: 'half typed',
    },
  ],

  *check(document, { project, deployment }) {
    const answer = zeroConfigurationOf(project, deployment);
    const builds = jsonAt(document, ['builds']);
    const key = builds && keyOf(propertyOf(builds) ?? builds);
    if (!answer || 'reason' in answer || !key) return;
    yield {
      span: spanOf(key),
      message:
        '`builds` turns the build settings of the project off. Zero configuration does the same here: convert to it.',
      fixes: [{ title: 'Convert to zero configuration', safety: 'unsafe', files: answer.changes }],
    };
  },
});
