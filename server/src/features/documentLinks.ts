import { buildsOf, matchesOf, sourcePattern } from '../deployment/builds.ts';
import { moduleFile } from '../deployment/moduleReference.ts';
import { routeTableOf } from '../deployment/routing/routeTable.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import type { PyprojectDocument } from '../documents/pyproject.ts';
import type { TomlDocument, TomlPath } from '../documents/toml.ts';
import { textAtPath } from '../documents/tomlValues.ts';
import {
  elementsOf,
  type JsonNode,
  jsonAt,
  propertiesOf,
  spanOf,
  stringOf,
  type VercelJson,
} from '../documents/vercelJson.ts';
import { inside, relativeTo } from '../project/paths.ts';
import { isGlob } from '../text/glob.ts';
import type { Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { entrypointReference } from './entrypointLanguage.ts';

/** A place in a document that leads somewhere: to a page, or to a file of the workspace folder. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: { readonly url: string } | { readonly path: string };
  readonly tooltip: string;
}

/** From each name of a file in vercel.json, and of a module in pyproject.toml that Vercel reads, to the file, where it exists. */
export function deploymentLinks(document: AnyDocument, context: FeatureContext): readonly DocumentLink[] {
  if (document.kind === 'pyproject.toml') {
    const reference = entrypointReference(document, context);
    const own = reference ? [linkTo(reference.span, reference.file, context)] : [];
    return [...own, ...moduleLinks(document, context)];
  }
  if (document.kind !== 'vercel.json' || context.path !== inside(context.project.root, 'vercel.json')) return [];
  return [...sourceLinks(context), ...functionLinks(document, context), ...destinationLinks(document, context)];
}

/** Subscribers, workflows, and the script that Vercel takes for an entrypoint. */
function moduleLinks({ toml }: PyprojectDocument, context: FeatureContext): DocumentLink[] {
  const { path, project } = context;
  if (path !== inside(project.root, 'pyproject.toml')) return [];
  const workers = ['subscribers', 'workflows'].flatMap((name) => {
    const elements = toml.entry(['tool', 'vercel', name])?.items.length ?? tablesAt(toml, ['tool', 'vercel', name]);
    return Array.from({ length: elements }, (_, index) => ['tool', 'vercel', name, index, 'entrypoint']);
  });
  return [...workers, ['project', 'scripts', 'app']].flatMap((at) => {
    const text = textAtPath(toml, at);
    const module = text && /^\w+(?:\.\w+)*/.exec(text.value)?.[0];
    const file = module && moduleFile(project, project.root, module);
    return text && file ? [linkTo(text.span, file, context)] : [];
  });
}

/** How many tables there are under `[[path]]`. */
function tablesAt({ tables }: TomlDocument, path: TomlPath): number {
  return tables.filter((table) => table.path.slice(0, -1).join('.') === path.join('.')).length;
}

function linkTo(span: Span, path: string, { project }: FeatureContext): DocumentLink {
  return { span, target: { path }, tooltip: relativeTo(project.root, path) };
}

function sourceLinks(context: FeatureContext): DocumentLink[] {
  return buildsOf(context.project).flatMap((build) => {
    const [file] = isGlob(sourcePattern(build) ?? '') ? [] : matchesOf(context.project, build);
    return build.src && stringOf(build.src) && file !== undefined ? [linkTo(textSpan(build.src), file, context)] : [];
  });
}

function functionLinks(document: VercelJson, context: FeatureContext): DocumentLink[] {
  const { root, files } = context.project;
  return propertiesOf(jsonAt(document, ['functions'])).flatMap(({ name, key }) => {
    const path = inside(root, name);
    return name !== '' && files.has(path) ? [linkTo(textSpan(key), path, context)] : [];
  });
}

/** A destination names a function or a file by its own path: where it holds a variable, no single one is meant. */
function destinationLinks(document: VercelJson, context: FeatureContext): DocumentLink[] {
  const values = [
    ...named(document, 'rewrites', 'destination'),
    ...named(document, 'routes', 'dest'),
    ...named(document, 'crons', 'path'),
  ];
  if (values.length === 0) return [];
  const { outputs } = routeTableOf(context.project, context.deployment());
  return values.flatMap((node) => {
    const name = (stringOf(node) ?? '').replace(/[?#].*$/s, '').replace(/^\//, '');
    const file = outputs.get(name)?.file;
    return file === undefined || name === '' ? [] : [linkTo(textSpan(node), file, context)];
  });
}

function named(document: VercelJson, list: string, key: string): JsonNode[] {
  return elementsOf(jsonAt(document, [list])).flatMap((entry) =>
    propertiesOf(entry).flatMap(({ name, value }) => (name === key && stringOf(value) !== undefined ? [value] : [])),
  );
}

/** Without the quotes. */
function textSpan(node: JsonNode): Span {
  const { start, end } = spanOf(node);
  return { start: start + 1, end: Math.max(end - 1, start + 1) };
}
