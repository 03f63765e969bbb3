import type { ProjectReport } from '../check/checkProject.ts';
import type { Problem, ProblemFix } from '../check/problem.ts';
import { hasComments } from '../check/suppressions.ts';
import type { TomlDocument } from '../documents/toml.ts';
import { appendElements, setTomlValue } from '../documents/tomlEdit.ts';
import { encodeTomlKey } from '../documents/tomlStrings.ts';
import { configurationTable } from '../facts/configuration.ts';
import { ownConfiguration, tableConfiguration } from '../project/configuration.ts';
import { inside, isWithin, relativeTo } from '../project/paths.ts';
import { rootDocument } from '../project/project.ts';
import { configurationName } from '../project/roots.ts';
import type { FileChange, TextEdit } from '../text/edit.ts';
import { isGlob } from '../text/glob.ts';

type Checked = Pick<ProjectReport, 'project' | 'deployment'>;

/** A configuration file that can be edited. */
interface Target {
  readonly path: string;
  readonly toml: TomlDocument;
  readonly prefix: readonly string[];
}

/**
 * What silences `problem` by the configuration of its project: in its file, where that takes no comments, and in the whole
 * project. Written where the configuration is, else in a pyproject.toml that is the manifest anyway, else in a new file:
 * a pyproject.toml is never made for it, because it would hide requirements.txt on Vercel. None where the configuration
 * is no valid TOML.
 */
export function ignoreInProject(problem: Problem, checked: Checked): ProblemFix[] {
  const target = targetOf(checked);
  if (target && target.toml.errors.length > 0) return [];
  const path = target?.path ?? inside(checked.project.root, configurationName);
  const fixes = [fileFix(problem, checked, target), projectFix(problem, target)];
  return fixes.flatMap((fix) => {
    const change = fix && changeFor(path, fix);
    const where = relativeTo(checked.project.root, path);
    return change ? [{ title: `${fix.title} (${where})`, safety: 'unsafe', changes: [change] }] : [];
  });
}

interface Writing {
  readonly title: string;
  /** Absent where there is no file yet. */
  readonly edits?: readonly TextEdit[];
  readonly create: string;
}

function changeFor(path: string, { edits, create }: Writing): FileChange | undefined {
  if (!edits) return { path, create };
  return edits.length > 0 ? { path, edits } : undefined;
}

function projectFix({ rule }: Problem, target: Target | undefined): Writing {
  return {
    title: `Ignore ${rule.name} in this project`,
    create: `[rules]\n${rule.name} = "off"\n`,
    ...(target ? { edits: setTomlValue(target.toml, [...target.prefix, 'rules', rule.name], 'off') } : {}),
  };
}

/** Where a comment can stand, that is the better place; a name that a pattern would misread has none. */
function fileFix({ rule, path }: Problem, { project }: Checked, target: Target | undefined): Writing | undefined {
  const document = project.files.document(path);
  const name = relativeTo(project.root, path);
  if (!document || hasComments(document) || !isWithin(path, project.root) || isGlob(name)) return undefined;
  return {
    title: `Ignore ${rule.name} in ${name} of this project`,
    create: `[per-file-ignores]\n${encodeTomlKey(name)} = ["${rule.name}"]\n`,
    ...(target ? { edits: perFileEdits(target, name, rule.name) } : {}),
  };
}

function perFileEdits({ toml, prefix }: Target, file: string, rule: string): TextEdit[] {
  const path = [...prefix, 'per-file-ignores', file];
  const list = toml.entry(path);
  if (list?.kind !== 'array') return list ? [] : setTomlValue(toml, path, [rule]);
  return appendElements(toml, list, [rule]);
}

function targetOf({ project, deployment }: Checked): Target | undefined {
  const found = ownConfiguration(project) ?? tableConfiguration(project);
  if (found) return { path: found.path, toml: found.configuration.toml, prefix: found.configuration.prefix };
  const pyproject = rootDocument(project, 'pyproject.toml', 'pyproject.toml');
  const path = inside(project.root, 'pyproject.toml');
  return pyproject && deployment.install.source === path
    ? { path, toml: pyproject.toml, prefix: configurationTable }
    : undefined;
}
