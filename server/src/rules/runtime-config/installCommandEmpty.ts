import { removal } from '../../documents/jsonEdit.ts';
import { jsonAt, propertyOf, spanOf, stringOf } from '../../documents/vercelJson.ts';
import { nameOf } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'install-command-empty',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'An empty `installCommand` skips nothing any more.',
  why: 'The build says `Skipping "install" command...` and then installs the dependencies all the same (@vercel/python 25.0.0, executed). Builders of early 2026 took it at its word: nothing was installed, and every third-party import failed with ModuleNotFoundError at the first request. Without the setting both do what you want.',
  source: 'https://vercel.com/docs/project-configuration#installcommand',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "framework": "fastapi",\n  «"installCommand": ""»\n}\n-- requirements.txt\nfastapi\n',
      fixed: '-- vercel.json\n{\n  "framework": "fastapi"\n}\n-- requirements.txt\nfastapi\n',
    },
    {
      files: '-- vercel.json\n{ «"installCommand": ""» }\n-- requirements.txt\nfastapi\n',
      fixed: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n',
    },
    {
      files: '-- vercel.json\n{ "installCommand": "pip install -r requirements.txt" }\n-- requirements.txt\nfastapi\n',
    },
    {
      files: '-- vercel.json\n{ "installCommand": null }\n-- requirements.txt\nfastapi\n',
      note: 'null means the default',
    },
    { files: '-- vercel.json\n{ "installCommand": ""}\n', note: 'nothing to install' },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python" }], "installCommand": "" }\n-- requirements.txt\nfastapi\n',
      note: 'with `builds` it is not read',
    },
    { files: '-- vercel.json\n{ "installCommand": "\n-- requirements.txt\nfastapi\n', note: 'half typed' },
  ],

  *check(document, { deployment }) {
    const command = jsonAt(document, ['installCommand']);
    const property = command && propertyOf(command);
    if (!property || stringOf(command) !== '' || command.length < 2) return;
    if (deployment.mode === 'builds' || deployment.install.source === null) return;
    yield {
      span: spanOf(property),
      message: `An empty \`installCommand\` skips nothing: Vercel installs from ${nameOf(deployment.install.source)} all the same. Remove it.`,
      fixes: [{ title: 'Remove `installCommand`', safety: 'safe', edits: removal(document.text, property) }],
      tag: 'unnecessary',
    };
  },
});
