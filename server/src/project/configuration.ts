import type { Configuration } from '../documents/configuration.ts';
import { documentAt } from './files.ts';
import { inside } from './paths.ts';
import type { Project } from './project.ts';
import { configurationName } from './roots.ts';

/** Our configuration of a project, and the file that it stands in. */
export interface ProjectConfiguration {
  readonly path: string;
  readonly configuration: Configuration;
}

/** What is read: `.vercel-preflight.toml` of the root folder, or else the table in its pyproject.toml. */
export function configurationOf(project: Project): ProjectConfiguration | undefined {
  return ownConfiguration(project) ?? tableConfiguration(project);
}

/** `.vercel-preflight.toml` of the root folder. */
export function ownConfiguration({ root, files }: Project): ProjectConfiguration | undefined {
  const path = inside(root, configurationName);
  const document = documentAt(files, path, '.vercel-preflight.toml');
  return document && { path, configuration: document.configuration };
}

/** `[tool.vercel-preflight]` in pyproject.toml of the root folder, be it read or not. */
export function tableConfiguration({ root, files }: Project): ProjectConfiguration | undefined {
  const path = inside(root, 'pyproject.toml');
  const configuration = documentAt(files, path, 'pyproject.toml')?.configuration;
  return configuration && { path, configuration };
}
