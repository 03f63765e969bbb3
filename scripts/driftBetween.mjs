// What our facts say of Vercel's builder, held against the text of a published release. No network, no files.

/** Words that `deployment/` quotes; each must still stand in the builder or its analysis. */
export const quotedWords = [
  'Configured Python entrypoint "',
  'Could not find a top-level "app", "application", or "handler" in "',
  '"tool.vercel.entrypoint" in "',
  'entrypoint found in default locations, ',
  'but found potential entrypoints:',
  'entrypoint found. Set "tool.vercel.entrypoint" in pyproject.toml or define an entrypoint in one of: ',
  'pyproject.toml [project.scripts] defines app = "',
  'is not installed and will be ignored.',
  'is invalid and will be ignored.',
  'is discontinued and must be upgraded.',
  'could not parse .python-version file: no valid Python version requests found',
  'Could not parse config file "',
  'Invalid config in "',
];

/**
 * One line a fact: what it is called, where it stands, what we say and what the release says.
 * @param facts the exports of server/src/facts/{platform,pythonVersions,entrypoints}.ts and `requirementsNames`
 * @param release `{ version, analysisVersion, python, analysis }`: two versions, and the text of the two bundles
 */
export function driftBetween(facts, release) {
  const { python, analysis } = release;
  const options = [
    ...(/var allOptions = \[([\s\S]*?)\n\];/.exec(python)?.[1] ?? '').matchAll(/Version\((\d+), (\d+)(, .*)?\)/g),
  ];
  const named = (dated) => options.filter(([, , , date]) => Boolean(date) === dated).map(([, a, b]) => `${a}.${b}`);
  const fallback = /DEFAULT_PYTHON_VERSION = makePythonVersion\((\d+), (\d+)\)/.exec(python);
  const known = [...facts.installedPythons, ...facts.knownButNotInstalledPythons];
  return [
    row('release of the builder', 'platform.ts', facts.platform.builder, release.version),
    row('release of the analysis', 'platform.ts', facts.platform.analysis, release.analysisVersion),
    row('known Python versions', 'pythonVersions.ts', known, named(false)),
    row('discontinued Python versions', 'pythonVersions.ts', facts.discontinuedPythons, named(true)),
    row(
      'default Python version',
      'pythonVersions.ts',
      facts.defaultPython,
      fallback && `${fallback[1]}.${fallback[2]}`,
    ),
    row(
      'names of entrypoints',
      'entrypoints.ts',
      facts.entrypointNames,
      stringsIn(python, 'PYTHON_ENTRYPOINT_FILENAMES'),
    ),
    row(
      'folders of entrypoints',
      'entrypoints.ts',
      facts.entrypointFolders,
      stringsIn(python, 'PYTHON_ENTRYPOINT_DIRS'),
    ),
    row('names of requirements files', '../documents/kinds.ts', facts.requirementsNames, requirementsIn(analysis)),
    ...quotedWords.map((words) =>
      row(`the words ${JSON.stringify(words)}`, '../deployment', true, `${python}${analysis}`.includes(words)),
    ),
  ];
}

function row(what, where, ours, theirs) {
  const [own, other] = [ours, theirs ?? 'nothing'].map((value) =>
    Array.isArray(value) ? value.join(', ') : String(value),
  );
  return {
    what,
    where: `server/src/facts/${where}`.replace('facts/../', ''),
    ours: own,
    theirs: other,
    agrees: own === other,
  };
}

/** The strings of the array that is bound to `name`. */
function stringsIn(text, name) {
  const body = new RegExp(`var ${name} = \\[([\\s\\S]*?)\\];`).exec(text)?.[1];
  return body === undefined ? undefined : [...body.matchAll(/"([^"]*)"/g)].map(([, value]) => value);
}

/** The requirements files in the order in which the analysis looks for them. */
function requirementsIn(text) {
  const body = /for \(const fileName of \[([\s\S]*?)\n\s*\]\)/.exec(text)?.[1];
  return body
    ?.replace(/\S+\.join\("([^"]*)", "([^"]*)"\)/g, '"$1/$2"')
    .match(/"[^"]*"/g)
    ?.map((name) => name.slice(1, -1));
}
