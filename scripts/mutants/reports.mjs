/** What Stryker wrote down in out/mutants, as text. */
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { isInSample } from './sample.mjs';

/** Where the report on a sample of a slice lies. */
export function reportFile(name, { part, of }, ending) {
  return inRoot('out/mutants', of === 1 ? `${name}.${ending}` : `${name}-${part}-of-${of}.${ending}`);
}

/** The mutants of a slice, each with its file and that file's text; none where it was not run. */
function mutantsOf(name, sample) {
  const file = reportFile(name, sample, 'json');
  if (!existsSync(file)) return [];
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(files).flatMap(([path, { mutants, source }]) =>
    mutants
      .filter((mutant) => isInSample(sample, path, { ...mutant, location: fromZero(mutant.location) }))
      .map((mutant) => ({ ...mutant, path, source })),
  );
}

/** Reports count lines and columns from 1, Stryker itself from 0. */
function fromZero({ start }) {
  return { start: { line: start.line - 1, column: start.column - 1 } };
}

/** A Markdown table: a line a slice, and the sum. Mutants that are ignored are not counted. */
export function scoreTable(names, sample) {
  const rows = names.map((name) => ({ name, ...countsOf(mutantsOf(name, sample)) })).filter(({ all }) => all > 0);
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const total = {
    name: 'All',
    all: sum('all'),
    noticed: sum('noticed'),
    survived: sum('survived'),
    unrun: sum('unrun'),
  };
  return [
    '| Slice | Mutants | Noticed | Survived | Run by no test | Score |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...rows, total].map(
      ({ name, all, noticed, survived, unrun }) =>
        `| ${name} | ${all} | ${noticed} | ${survived} | ${unrun} | ${((100 * noticed) / all).toFixed(1)} % |`,
    ),
  ].join('\n');
}

function countsOf(mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [noticed, survived, unrun] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  return { noticed, survived, unrun, all: noticed + survived + unrun };
}

/** What no test noticed: the place, the text there, and what stood in its stead. */
export function survivorsOf(name, sample) {
  return mutantsOf(name, sample)
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .sort((a, b) => a.path.localeCompare(b.path) || a.location.start.line - b.location.start.line)
    .map(({ path, location, source, replacement, mutatorName, status }) => {
      const text = shortened(textAt(source, location));
      const mark = status === 'NoCoverage' ? ' (run by no test)' : '';
      return `${path}:${location.start.line}:${location.start.column} ${mutatorName}${mark}: ${text} -> ${shortened(replacement ?? '')}`;
    })
    .join('\n');
}

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}

function shortened(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 60)} ... ${line.slice(-30)}` : line;
}
