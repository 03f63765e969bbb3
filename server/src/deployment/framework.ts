import { builderText } from '../documents/builderText.ts';
import { type Detector, type PresetDetector, presetDetectors } from '../facts/frameworkDetectors.ts';
import { type PythonPreset, presetTitles, pythonPresets } from '../facts/frameworks.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { FrameworkChoice } from './deployment.ts';
import { type Setting, settingsOf } from './projectSettings.ts';

/**
 * The framework preset: the one in vercel.json or in the settings of the linked project, else the one that a first
 * deployment detects in the root folder.
 */
export function frameworkOf(project: Project): FrameworkChoice {
  const { framework } = settingsOf(project);
  return framework.by === undefined ? detected(project) : chosen(framework, framework.by);
}

/** A value is taken as it is: only names of presets mean anything. */
function chosen({ value }: Setting, by: string): FrameworkChoice {
  if (typeof value === 'string' && value !== '') {
    return { preset: value, python: asPython(value), because: `${by} names the preset.` };
  }
  return { preset: null, python: null, because: `${by} turns the framework preset off.` };
}

/** Source: `detectFramework` of @vercel/fs-detectors 7.7.3. */
function detected(project: Project): FrameworkChoice {
  const all = presetDetectors.flatMap((detector) => matchOf(project, detector) ?? []);
  const left = new Set(all.map(({ preset }) => preset));
  for (const { supersedes } of all) for (const preset of supersedes) remove(preset, all, left);
  const first = all.find(({ preset }) => left.has(preset));
  if (!first) return { preset: null, python: null, because: 'Nothing in the root folder selects a framework preset.' };
  const { preset, because, place } = first;
  return { preset, python: asPython(preset), because, ...(place ? { evidence: place } : {}) };
}

interface Match extends Evidence {
  readonly preset: string;
  readonly supersedes: readonly string[];
}

interface Evidence {
  /** A sentence that says what was found. */
  readonly because: string;
  readonly place?: FrameworkChoice['evidence'];
}

/** A preset that goes takes those with it that it supersedes itself. */
function remove(preset: string, all: readonly Match[], left: Set<string>): void {
  if (!left.delete(preset)) return;
  const supersedes = all.find((match) => match.preset === preset)?.supersedes ?? [];
  for (const next of supersedes) remove(next, all, left);
}

function matchOf(project: Project, { preset, every, some, supersedes }: PresetDetector): Match | undefined {
  const needed = every.map((detector) => evidence(project, detector));
  if (needed.includes(undefined)) return undefined;
  const one = some.length === 0 ? needed[0] : firstOf(some, (detector) => evidence(project, detector));
  return one && { preset, supersedes, ...one };
}

function firstOf<T, R>(items: readonly T[], ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** What was found; `undefined` when it was not. */
function evidence({ root, files }: Project, detector: Detector): Evidence | undefined {
  const { package: name, path = 'package.json' } = detector;
  const content = name === undefined ? detector.content : dependencyPattern(name);
  const file = inside(root, path);
  if (!files.has(file)) return undefined;
  if (!content) return { because: `${path} lies in the root folder.` };
  const source = files.source(file);
  const found = source && content.exec(builderText(source));
  if (!found) return undefined;
  if (name !== undefined) return { because: `package.json depends on ${name}.` };
  const place = { path: file, span: { start: found.index, end: found.index + found[0].length } };
  return { because: `${path} contains "${found[0].slice(0, 40)}".`, ...(source.encoding === 'utf-8' ? { place } : {}) };
}

const dependencyPatterns = new Map<string, RegExp>();

function dependencyPattern(name: string): RegExp {
  const known = dependencyPatterns.get(name);
  if (known) return known;
  const pattern = new RegExp(`"(dev)?(d|D)ependencies":\\s*{[^}]*"${name}":\\s*"(.+?)"[^}]*}`, 'm');
  dependencyPatterns.set(name, pattern);
  return pattern;
}

function asPython(preset: string): PythonPreset | null {
  return pythonPresets.find((known) => known === preset) ?? null;
}

/** The name a person knows the preset by. */
export function titleOf(preset: PythonPreset): string {
  return presetTitles[preset];
}
