import { builderText } from '../documents/builderText.ts';
import { inside } from '../project/paths.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import { buildFolder } from './buildFolder.ts';
import type { BuildError } from './deployment.ts';
import { ignoreFilesError } from './uploadedFiles.ts';
import { routeFaultsOf } from './vercelJson/routeFaults.ts';
import { vercelJsonErrorsOf } from './vercelJson/vercelJsonErrors.ts';

/** With which `vercel` stops over a configuration file, before it looks at anything else. */
export function configurationErrors(project: Project): readonly BuildError[] {
  const broken = ['package.json', 'vercel.json'].flatMap((name) => jsonError(project, name) ?? []);
  return broken.length > 0 ? broken : refusals(project);
}

function jsonError({ root, files }: Project, name: string): BuildError | undefined {
  const path = inside(root, name);
  const source = files.source(path);
  const fault = source && faultOf(builderText(source));
  if (fault === undefined) return undefined;
  const message = `Can't parse json file ${buildFolder}/${path}: ${fault}`;
  return { code: 'CANT_PARSE_JSON_FILE', message, file: path };
}

function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `${message}${surroundings(text, message)}`;
  }
}

/** Source: `json-parse-better-errors` in `vercel` 64.0.2. */
function surroundings(text: string, message: string): string {
  const token = /^Unexpected token.*position\s+(\d+)/i.exec(message)?.[1];
  const at =
    token !== undefined ? Number(token) : /^Unexpected end of JSON/i.test(message) ? text.length - 1 : undefined;
  if (at === undefined) return ` while parsing '${text.slice(0, 40)}'`;
  const start = Math.max(at - 20, 0);
  const end = Math.min(at + 20, text.length);
  const near = `${start === 0 ? '' : '...'}${text.slice(start, end)}${end === text.length ? '' : '...'}`;
  return ` while parsing near '${near}'`;
}

/**
 * The first thing that `vercel` refuses: the schema of vercel.json or a conflict in it, two files that say what is ignored,
 * then the routes.
 */
function refusals(project: Project): BuildError[] {
  const document = vercelJsonOf(project);
  const file = inside(project.root, 'vercel.json');
  const early = (document ? vercelJsonErrorsOf(document) : []).map(({ code, message }) => ({ code, message, file }));
  const late = (document ? routeFaultsOf(document) : []).map(({ code, message }) => ({ code, message, file }));
  const both = ignoreFilesError(project);
  const [first] = [...early, ...(both ? [both] : []), ...late];
  return first ? [first] : [];
}
