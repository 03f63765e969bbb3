import { defineRule } from '../rule.ts';
import { removal } from './manifestEdits.ts';
import { unneededRequirements } from './unneeded.ts';

const app = '-- vercel.json\n{}\n-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n';

export default defineRule({
  name: 'requirement-not-needed',
  area: 'dependencies',
  subject: 'project',
  severity: 'info',
  status: 'preview',
  since: '0.2.0',
  summary: 'A server or an adapter that Vercel does not use.',
  why: 'Vercel serves `app` with a server of its own. One of yours is installed, takes room in the bundle, and is never started.',
  ignore: 'You start the project with it on your own machine, or elsewhere.',
  source: 'https://vercel.com/docs/functions/runtimes/python',
  examples: [
    {
      files: `${app}-- requirements.txt\nfastapi\n«gunicorn==23.0.0»\nhttpx\n`,
      fixed: `${app}-- requirements.txt\nfastapi\nhttpx\n`,
    },
    {
      files: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = [\n    "fastapi",\n    "«uvicorn[standard]>=0.30»",\n]\n`,
      fixed: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = [\n    "fastapi",\n]\n`,
    },
    {
      files:
        '-- vercel.json\n{}\n-- main.py\nimport uvicorn\n\napp = 1\n\nif __name__ == "__main__":\n    uvicorn.run(app)\n-- requirements.txt\nuvicorn\n',
      note: 'the code imports it',
    },
    { files: `${app}-- Dockerfile\nCMD gunicorn\n-- requirements.txt\ngunicorn\n`, note: 'it runs elsewhere too' },
    { files: `${app}-- requirements.txt\nfastapi[standard]\nuvicorn-worker\ngunicorn; sys_platform == "win32"\n` },
    { files: `${app}-- requirements.txt\nguni\n`, note: 'half typed' },
  ],

  *check(_document, context) {
    for (const { requirement, server } of unneededRequirements(context)) {
      const { name, path, span } = requirement;
      const change = removal(context, requirement);
      yield {
        path,
        span,
        message: `\`${name}\` is ${server.what}, and Vercel serves the app itself. Nothing here imports it: remove it.`,
        tag: 'unnecessary',
        fixes: change ? [{ title: `Remove ${name}`, safety: 'unsafe', files: [change] }] : [],
      };
    }
  },
});
