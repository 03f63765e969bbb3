import type { Deployment } from '../deployment/deployment.ts';
import { uploadedDotenvFiles } from '../deployment/dotenvFiles.ts';
import { deployedModules } from '../deployment/importClosure.ts';
import { projectLinkOf } from '../deployment/projectLink.ts';
import { configurationOf } from '../deployment/vercelJson/configuration.ts';
import { dotenvEntries } from '../documents/dotenv.ts';
import { jsonAt, propertiesOf, spanOf } from '../documents/vercelJson.ts';
import { documentAt } from '../project/files.ts';
import { directoryOf, inside, isWithin, upTo } from '../project/paths.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import { isSetInCode } from '../rules/environment/requiredVariables.ts';
import type { Span } from '../text/span.ts';

/**
 * What a place that sets a variable is good for.
 * - `function`: `env` of vercel.json, which functions see; `build`: its `build.env`, which only the build sees;
 * - `code`: a module that Vercel imports puts a value there;
 * - `deployed-file`: a `.env` that goes along with a deployment from git, and counts where the code loads it;
 * - `local-file`: a `.env` file that stays on this machine, or leaves it with `vercel deploy` alone;
 * - `example-file`: a file such as `.env.example`, which sets nothing;
 * - `production`, `preview`, `development`: set in the Vercel project for that environment, as last pulled.
 */
export type SettingKind =
  | 'function'
  | 'build'
  | 'code'
  | 'deployed-file'
  | 'local-file'
  | 'example-file'
  | 'production'
  | 'preview'
  | 'development';

/** A place that sets a variable. Its value is never part of it. */
export interface SettingPlace {
  readonly name: string;
  readonly kind: SettingKind;
  readonly path: string;
  /** Of the name; absent where only the module as a whole is known. */
  readonly span?: Span;
}

/** Every place that sets a variable, as far as the files tell, what counts most first. Names only. */
export function settingPlaces(project: Project, deployment: Deployment): readonly SettingPlace[] {
  return [...vercelJsonPlaces(project), ...pulledPlaces(project), ...dotenvPlaces(project, deployment)];
}

/** The modules of the deployment that set `name` themselves. */
export function codePlaces(project: Project, deployment: Deployment, name: string): readonly SettingPlace[] {
  return [...deployedModules(project, deployment).keys()].flatMap((path) => {
    const document = documentAt(project.files, path, 'python');
    const isSet = document?.text.includes(name) && isSetInCode(document, name);
    return isSet ? [{ name, kind: 'code' as const, path }] : [];
  });
}

function vercelJsonPlaces(project: Project): SettingPlace[] {
  const document = vercelJsonOf(project);
  if (!document || !configurationOf(document)) return [];
  const path = inside(project.root, 'vercel.json');
  const placesIn = (at: readonly string[], kind: SettingKind) =>
    propertiesOf(jsonAt(document, [...at])).map(({ name, key }) => ({ name, kind, path, span: spanOf(key) }));
  return [...placesIn(['env'], 'function'), ...placesIn(['build', 'env'], 'build')];
}

/** Source: `vercel pull` 64.0.2, which writes `.vercel/.env.<environment>.local`. */
function pulledPlaces(project: Project): SettingPlace[] {
  const folder = projectLinkOf(project)?.folder;
  if (folder === undefined) return [];
  return (['production', 'preview', 'development'] as const).flatMap((kind) =>
    placesOf(project, inside(folder, `.vercel/.env.${kind}.local`), kind),
  );
}

const dotenvName = /^\.env(?:\..+)?$|^.+\.env$/;
const exampleName = /\.(?:example|sample|template|dist|tpl|defaults?)$|^example\.env$/i;

function dotenvPlaces(project: Project, deployment: Deployment): SettingPlace[] {
  const deployed = new Set(
    uploadedDotenvFiles(project, deployment).flatMap(({ path, ignored }) => (ignored ? [] : [path])),
  );
  return foldersAround(project, deployment).flatMap((folder) =>
    project.files
      .list(folder)
      .filter(({ name, kind }) => kind === 'file' && dotenvName.test(name))
      .flatMap(({ name }) => {
        const path = inside(folder, name);
        const kind = deployed.has(path) ? 'deployed-file' : 'local-file';
        return placesOf(project, path, exampleName.test(name) ? 'example-file' : kind);
      }),
  );
}

/** The root folder, and those between it and an entrypoint. */
function foldersAround({ root }: Project, { entrypoints }: Deployment): string[] {
  const below = entrypoints.filter(({ path }) => isWithin(path, root));
  return [...new Set([root, ...below.flatMap(({ path }) => upTo(directoryOf(path), root))])];
}

function placesOf({ files }: Project, path: string, kind: SettingKind): SettingPlace[] {
  return dotenvEntries(files.source(path)?.text ?? '').map(({ name, nameSpan }) => ({
    name,
    kind,
    path,
    span: nameSpan,
  }));
}
