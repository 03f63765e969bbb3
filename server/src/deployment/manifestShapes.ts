import { aBoolean, aNumber, aString, both, listOf, oneOf, type Shape, table, tableOf } from './shape.ts';

/**
 * The shapes that the builder holds manifests against before it installs anything.
 * Source: the zod schemas of @vercel/python-analysis 0.14.0.
 */
const dependencySource = table({ index: aString, git: aString, rev: aString, path: aString, editable: aBoolean });

export const uvShape: Shape = table({
  sources: tableOf(oneOf(dependencySource, listOf(dependencySource))),
  index: listOf(
    table({ name: aString, url: aString, default: aBoolean, explicit: aBoolean, format: aString }, ['name', 'url']),
  ),
  workspace: table({ members: listOf(aString), exclude: listOf(aString) }),
  'dev-dependencies': listOf(aString),
});

const person = table({ name: aString, email: aString });
const readme = oneOf(aString, table({ file: oneOf(aString, listOf(aString)), content_type: aString }, ['file']));

const projectShape = table({
  name: aString,
  version: aString,
  description: aString,
  readme,
  keywords: listOf(aString),
  authors: listOf(person),
  maintainers: listOf(person),
  license: oneOf(aString, table({ text: aString, file: aString })),
  classifiers: listOf(aString),
  urls: tableOf(aString),
  dependencies: listOf(aString),
  'optional-dependencies': tableOf(listOf(aString)),
  dynamic: listOf(aString),
  'requires-python': aString,
  scripts: tableOf(aString),
  entry_points: tableOf(tableOf(aString)),
});

export const pyprojectShape: Shape = table({
  project: projectShape,
  'build-system': table({ requires: listOf(aString), 'build-backend': aString, 'backend-path': listOf(aString) }, [
    'requires',
  ]),
  'dependency-groups': tableOf(listOf(oneOf(aString, table({ 'include-group': aString }, ['include-group'])))),
  tool: table({
    uv: uvShape,
    vercel: table({ fastapi: table({ static: table({ cdn: aBoolean, exclude: aBoolean }) }) }),
  }),
});

const pipfileDetail = {
  version: aString,
  hashes: listOf(aString),
  extras: oneOf(listOf(aString), aString),
  markers: aString,
  index: aString,
  git: aString,
  ref: aString,
  editable: aBoolean,
  path: aString,
};
const pipfileDependencies = tableOf(oneOf(aString, table(pipfileDetail)));
const pipfileSources = listOf(table({ name: aString, url: aString, verify_ssl: aBoolean }, ['name', 'url']));

export const pipfileShape: Shape = both(
  tableOf(oneOf(pipfileDependencies, pipfileSources, tableOf(aString))),
  table({
    packages: pipfileDependencies,
    'dev-packages': pipfileDependencies,
    source: pipfileSources,
    scripts: tableOf(aString),
  }),
);

const lockMeta = table({
  hash: table({ sha256: aString }),
  'pipfile-spec': aNumber,
  requires: table({ python_version: aString, python_full_version: aString }),
  sources: pipfileSources,
});
const lockedDependencies = tableOf(table(pipfileDetail));

export const pipfileLockShape: Shape = both(
  tableOf(oneOf(lockMeta, lockedDependencies)),
  table({ _meta: lockMeta, default: lockedDependencies, develop: lockedDependencies }),
);
