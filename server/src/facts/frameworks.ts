/**
 * Vercel's framework presets for Python and how a first import chooses one.
 *
 * Source: `@vercel/frameworks` 3.34.0 and `@vercel/fs-detectors` 7.7.3, executed
 * Date: 2026-11-23
 */
export type PythonPreset = 'fastapi' | 'flask' | 'django' | 'fasthtml' | 'python';

/** Presets in the order in which they win, with the text that selects them in a manifest of the root folder. */
export const presetPatterns: readonly { readonly preset: PythonPreset; readonly text: RegExp }[] = [
  { preset: 'fastapi', text: /fastapi/ },
  { preset: 'flask', text: /[Ff]lask/ },
  { preset: 'django', text: /[Dd]jango/ },
];

/** The manifests of the root folder whose text is searched. Any of them alone selects the generic `python` preset. */
export const presetManifests = ['requirements.txt', 'pyproject.toml', 'Pipfile'] as const;

export const pythonPresets: readonly PythonPreset[] = ['fastapi', 'flask', 'django', 'fasthtml', 'python'];

/** The name a person knows the preset by. */
export const presetTitles: Readonly<Record<PythonPreset, string>> = {
  fastapi: 'FastAPI',
  flask: 'Flask',
  django: 'Django',
  fasthtml: 'FastHTML',
  python: 'Python',
};
