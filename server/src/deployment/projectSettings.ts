import { getNodeValue } from 'jsonc-parser';
import { jsonAt, propertiesOf } from '../documents/vercelJson.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import { projectLinkOf } from './projectLink.ts';

/** What the builders are told about a project: its settings, with what vercel.json lays over them. */
export interface ProjectSettings {
  /** `null` where it is turned off, `undefined` where nobody has chosen yet. */
  readonly framework: Setting;
  readonly buildCommand: Setting;
  readonly installCommand: Setting;
  readonly outputDirectory: Setting;
}

export interface Setting {
  readonly value: unknown;
  /** Who sets it; `undefined` where nobody does. */
  readonly by?: 'vercel.json' | '.vercel/project.json';
}

/** Source: `vercel build` 64.0.2, where `pickOverrides` of vercel.json wins over the settings of the linked project. */
export function settingsOf(project: Project): ProjectSettings {
  const setting = (name: string): Setting => overridden(project, name) ?? stored(project, name) ?? { value: undefined };
  return {
    framework: setting('framework'),
    buildCommand: setting('buildCommand'),
    installCommand: setting('installCommand'),
    outputDirectory: setting('outputDirectory'),
  };
}

function overridden(project: Project, name: string): Setting | undefined {
  const document = vercelJsonOf(project);
  const node = document && jsonAt(document, [name]);
  return node && { value: getNodeValue(node), by: 'vercel.json' };
}

/** A setting that is missing from those of a linked project is not set. */
function stored(project: Project, name: string): Setting | undefined {
  const settings = projectLinkOf(project)?.settings;
  if (!settings) return undefined;
  const node = propertiesOf(settings).find((property) => property.name === name)?.value;
  return { value: node ? getNodeValue(node) : null, by: '.vercel/project.json' };
}
