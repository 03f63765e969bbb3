import type { RequirementsEntry } from '../../documents/requirements.ts';
import { windowsOnly } from '../../facts/windowsOnly.ts';
import { fullLines } from '../../text/lines.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'requirement-windows-only',
  area: 'dependencies',
  subject: 'requirements.txt',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A requirement that installs on Windows only.',
  why: 'Vercel installs on Linux. A package that is published for Windows alone, or a folder of your own machine, cannot be installed there, and the build stops. `pip freeze` on Windows writes such lines.',
  source: 'https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers',
  examples: [
    {
      files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n«pywin32==306»\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
    },
    {
      files: '-- vercel.json\n{}\n-- requirements.txt\n«-e c:\\users\\me\\shop»\nfastapi\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
    },
    { files: '-- vercel.json\n{}\n-- requirements.txt\n«numpy @ file:///C:/ci/numpy_1.tar.gz»\n-- main.py\napp = 1\n' },
    { files: '-- vercel.json\n{}\n-- requirements.txt\npywin32==306; sys_platform == "win32"\n-- main.py\napp = 1\n' },
    { files: '-- vercel.json\n{}\n-- requirements.txt\npywin32-ctypes==0.2.3\n-e .\n-- main.py\napp = 1\n' },
    { files: '-- vercel.json\n{}\n-- requirements.txt\npywin\n-- main.py\napp = 1\n', note: 'half typed' },
  ],

  *check(document, context) {
    if (context.deployment.install.source !== context.path) return;
    for (const entry of document.entries) {
      const isPackage = entry.kind === 'requirement' && windowsOnly.has(entry.normalizedName);
      if (('marker' in entry && entry.marker) || !(isPackage || isOnDrive(entry))) continue;
      const what = isPackage
        ? `\`${entry.name}\` is published for Windows only`
        : 'This folder is on a Windows machine';
      const edits = [{ span: fullLines(document.text, entry.span), newText: '' }];
      yield {
        span: entry.span,
        message: `${what}, and Vercel installs on Linux: the build stops. Remove the line.`,
        fixes: [{ title: 'Remove the line', safety: 'unsafe', edits }],
      };
    }
  },
});

/** Whether the entry names a place on a drive with a letter. */
function isOnDrive(entry: RequirementsEntry): boolean {
  const place = entry.kind === 'requirement' ? entry.url : 'target' in entry ? entry.target : undefined;
  return /^(?:file:\/{2,3})?[a-z]:[\\/]/i.test(place ?? '');
}
