import { type Claims, each, fastapi, noPreset, tree } from './tree.ts';

const modules = { ...fastapi, 'jobs/mail.py': '', 'jobs/pkg/__init__.py': '', 'tasks.py': '' } as const;
const subscriber = (...lines: readonly string[]) => `[[tool.vercel.subscribers]]\n${lines.join('\n')}\n`;
const workflow = (...lines: readonly string[]) => `[[tool.vercel.workflows]]\n${lines.join('\n')}\n`;
const entrypoint = (text: string) => `entrypoint = ${JSON.stringify(text)}`;

const entrypoints = [
  ...['jobs.mail', 'jobs.mail:send', 'jobs.pkg', 'jobs.pkg:send', 'tasks', 'jobs/mail.py', 'jobs\\mail.py', 'tasks.py'],
  ...['jobs/pkg/__init__.py', '__init__.py', '1.py', 'gone', 'gone:x', 'gone.sub:x', 'jobs:x', '1', '', ' tasks'],
  ...['tasks:', 'tasks:a.b', 'tasks : a', 'a-b', 'TASKS.PY'],
];

const subscribers = [
  ...[
    'subscribers = 1',
    'subscribers = 0',
    'subscribers = ""',
    'subscribers = "x"',
    'subscribers = []',
    'subscribers = [1]',
  ],
  ...['subscribers = [[]]', 'subscribers = [2020-01-01]', 'subscribers = {}', 'subscribers = [{}]'],
].map((line) => `[tool.vercel]\n${line}\n`);

const entries = [
  subscriber(entrypoint('tasks'), 'topics = []'),
  subscriber(entrypoint('tasks'), 'topics = [""]'),
  subscriber(entrypoint('tasks'), 'topics = ["a", 1]'),
  subscriber(entrypoint('tasks'), 'topics = "a"'),
  subscriber(entrypoint('tasks'), 'topics = ["a"]'),
  subscriber(entrypoint('tasks'), 'topic = "a"'),
  subscriber(entrypoint('tasks'), 'max_deliveries = 1'),
  subscriber('entrypoint = 1'),
  subscriber('topics = ["a"]'),
  subscriber(entrypoint('tasks')) + subscriber(entrypoint('tasks')),
  subscriber(entrypoint('tasks')) + subscriber(entrypoint('tasks:a')),
  subscriber(entrypoint('tasks.py')) + subscriber('x = 1'),
  subscriber(entrypoint('gone')) + subscriber(entrypoint('tasks.py')),
  subscriber(entrypoint('tasks')) + subscriber(entrypoint('tasks')) + subscriber(entrypoint('gone')),
  subscriber(entrypoint('x')) + workflow(entrypoint('x')),
  subscriber(entrypoint('tasks')) + workflow(entrypoint('tasks')),
  `[project]\nname = 1\n${subscriber(entrypoint('gone'))}`,
  `[tool.vercel]\nentrypoint = "gone:app"\n${subscriber(entrypoint('gone'))}`,
];

const workflows = [
  ...entrypoints.map((text) => workflow(entrypoint(text))),
  workflow('entrypoint = 1'),
  workflow(entrypoint('tasks:a'), 'topics = ["a"]'),
  workflow(entrypoint('tasks:a')) + workflow(entrypoint('tasks:a')),
  workflow(entrypoint('tasks:a')) + workflow(entrypoint('tasks:b')),
  '[tool.vercel]\nworkflows = 1\n',
  '[tool.vercel]\nworkflows = [true]\n',
];

const withWorkers = '[project]\nname = "x"\nversion = "1"\ndependencies = ["Vercel_Workers>=1", "?"]\n';
const legacy = [
  subscriber(entrypoint('tasks')),
  subscriber(entrypoint('tasks:a')),
  subscriber(entrypoint('tasks.py')),
  subscriber(entrypoint('tasks:a'), 'topics = ["a"]'),
  subscriber(entrypoint('tasks:a'), 'topics = [1]'),
  subscriber(entrypoint('gone:a'), 'topics = [1]'),
  ...['max_deliveries = 0', 'max_deliveries = 1.5', 'max_deliveries = "1"', 'max_deliveries = 2'].map((line) =>
    subscriber(entrypoint('tasks:a'), 'topics = ["a"]', line),
  ),
  ...[
    'retry_after_seconds = 0',
    'retry_after_seconds = 0.5',
    'initial_delay_seconds = -1',
    'initial_delay_seconds = 0',
  ].map((line) => subscriber(entrypoint('tasks:a'), 'topics = ["a"]', line)),
  subscriber(entrypoint('tasks:a'), 'topics = ["a"]', 'max_concurrency = 0', 'max_deliveries = 0'),
  subscriber(entrypoint('tasks:a'), 'topics = ["a"]', 'max_attempts = 1'),
];

const pyproject = (text: string) => ({ ...modules, 'pyproject.toml': text });

export const workerClaims: Claims = {
  ...each('A50: subscribers', subscribers, pyproject),
  ...each(
    'A50: the entrypoint of a subscriber',
    entrypoints.map((text) => subscriber(entrypoint(text))),
    pyproject,
  ),
  ...each('A50: entries', entries, pyproject),
  ...each('A50: workflows', workflows, pyproject),
  ...each('A50: subscribers beside vercel-workers', legacy, (text) => pyproject(withWorkers + text)),
  'A50: no preset reads subscribers': tree({
    'vercel.json': noPreset,
    'api/index.py': 'app = 1\n',
    'pyproject.toml': subscriber('x = 1'),
  }),
};
