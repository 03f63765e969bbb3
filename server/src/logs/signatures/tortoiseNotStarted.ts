import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'tortoise-not-started',
  role: 'cause',
  phase: 'runtime',
  title: 'Tortoise ORM was used before it was started.',
  literals: ["'NoneType' object is not iterable"],
  pattern: /TypeError: 'NoneType' object is not iterable/,
  where: ({ raised }) => raised?.frames.some(({ path }) => /[/\\]tortoise[/\\]/.test(path)) === true,
  causes: [
    {
      cause: 'Tortoise is started in a startup or lifespan handler, and builders until 6.0.2 never ran those.',
      advice:
        'Take `@vercel/python` of today (no version behind `use` in `vercel.json`), or start Tortoise where it is first used, and once.',
    },
  ],
  today: 'Builders since 6.0.3 run startup and lifespan before the first request.',
  noise: ['process-exited'],
  source: 'The symptom is from a public issue, tortoise/tortoise-orm#1684; the cause is that of startup-not-run.',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 12, in users
    return await User.all()
  File "/var/task/_vendor/tortoise/queryset.py", line 1008, in _execute
    for row in rows:
«TypeError: 'NoneType' object is not iterable»
`,
    },
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 12, in users
    for row in rows:
TypeError: 'NoneType' object is not iterable
`,
    },
  ],
});
