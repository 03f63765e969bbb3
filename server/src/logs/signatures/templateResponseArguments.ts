import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'template-response-arguments',
  role: 'cause',
  phase: 'runtime',
  title: ({ file, line }) =>
    `\`TemplateResponse\`${file ? ` in \`${file}\`${line ? `, line ${line},` : ''}` : ''} is called as older releases of Starlette wanted it.`,
  literals: ["unhashable type: 'dict'"],
  pattern: /TypeError: unhashable type: 'dict'/,
  where: ({ values }) => values.source?.includes('TemplateResponse(') ?? false,
  causes: [
    {
      cause:
        'Starlette takes the request first today, so the dictionary lands where the name of the template belongs. FastAPI is not pinned, and brought the newer one.',
      advice:
        'Write `TemplateResponse(request, "page.html", {…})`, with the request first and no longer in the dictionary.',
    },
  ],
  noise: crashNoise,
  source: "Starlette's release notes; a public log.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/api/index.py", line 12, in home
    return templates.TemplateResponse("home.html", {"request": request})
  File "/var/task/_vendor/jinja2/utils.py", line 504, in __getitem__
    rv = self._mapping[key]
«TypeError: unhashable type: 'dict'»
`,
    },
    {
      log: `Traceback (most recent call last):
  File "/var/task/api/index.py", line 12, in home
    seen.add({})
TypeError: unhashable type: 'dict'
`,
    },
  ],
});
