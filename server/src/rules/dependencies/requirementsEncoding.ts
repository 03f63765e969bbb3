import type { Encoding } from '../../documents/sourceFile.ts';
import { directoryOf, inside, nameOf } from '../../project/paths.ts';
import { lineAt } from '../../text/lines.ts';
import { defineRule, type RuleContext } from '../rule.ts';

export default defineRule({
  name: 'requirements-encoding',
  area: 'dependencies',
  subject: 'project',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'The manifest is saved as UTF-16, or with a byte order mark.',
  why: 'Vercel reads manifests as UTF-8 without a byte order mark. `pip freeze > requirements.txt` in Windows PowerShell writes UTF-16; pip itself copes with that, and the build stops with PYTHON_REQUIREMENTS_PARSE_ERROR.',
  source: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/#encoding',
  examples: [
    {
      files: '-- vercel.json\n{}\n-- requirements.txt (utf-16le)\n«fastapi==0.115.6»\nuvicorn\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{}\n-- requirements.txt\nfastapi==0.115.6\nuvicorn\n-- main.py\napp = 1\n',
    },
    {
      files: '-- vercel.json\n{}\n-- requirements.txt (utf-8-bom)\r\n«fastapi»\r\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{}\n-- requirements.txt\r\nfastapi\r\n-- main.py\napp = 1\n',
    },
    {
      files: '-- vercel.json\n{}\n-- pyproject.toml (utf-8-bom)\n«[project]»\nname = "shop"\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{}\n-- pyproject.toml\n[project]\nname = "shop"\n-- main.py\napp = 1\n',
    },
    { files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n' },
    {
      files: '-- vercel.json\n{}\n-- requirements.txt (binary)\nfastapi # caf\n-- main.py\napp = 1\n',
      note: 'a Latin-1 comment does no harm',
    },
    {
      files:
        '-- vercel.json\n{}\n-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\n-- requirements.txt (utf-16le)\nfastapi\n-- main.py\napp = 1\n',
      note: 'not read at all: another rule speaks of that',
    },
    { files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\nhttpx>=\n-- main.py\napp = 1\n', note: 'half typed' },
  ],

  *check(_document, context) {
    for (const path of readManifests(context)) {
      const source = context.project.files.source(path);
      const name = source && names[source.encoding];
      if (!source || name === undefined) continue;
      yield {
        path,
        span: lineAt(source.text, 0),
        message: `${nameOf(path)} is saved as ${name}, and the build stops there. Save it as plain UTF-8.`,
        fixes: [{ title: 'Save as plain UTF-8', safety: 'safe', files: [{ path, create: source.text }] }],
      };
    }
  },
});

const names: Readonly<Record<Encoding, string | undefined>> = {
  'utf-8': undefined,
  'utf-8-bom': 'UTF-8 with a byte order mark',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  binary: undefined,
};

/** The manifest that is read: what is installed, or the pyproject.toml beside the lock file that is. */
function readManifests({ project: { files }, deployment: { install } }: RuleContext): string[] {
  if (install.source === null) return [];
  const pyproject = inside(directoryOf(install.source), 'pyproject.toml');
  const isLock = /(?:^|\/)(?:uv\.lock|pylock\.toml)$/.test(install.source);
  return isLock && files.has(pyproject) ? [pyproject] : [install.source];
}
