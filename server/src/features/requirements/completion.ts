import { isSpokenOf } from '../../deployment/installed/fittingPythons.ts';
import { originInDocument, writtenRequirements } from '../../deployment/installed/written.ts';
import type { AnyDocument } from '../../documents/kinds.ts';
import { isKnownToFit } from '../../documents/packages/fit.ts';
import type { PackageFacts, Release } from '../../documents/packages/packageFacts.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { touches } from '../../text/span.ts';
import type { Completion } from '../completion.ts';
import type { FeatureContext } from '../context.ts';
import { link } from '../markdown.ts';
import { packagePage } from './links.ts';
import { type RequirementPlace, requirementPlace } from './place.ts';
import { originText, sizeText } from './releaseFit.ts';

/**
 * What can be written at `offset`: known names with what is typed before it, but those that the document names already; and
 * behind an operator the versions that fit the Python that runs, newest first.
 */
export function requirementCompletion(
  document: AnyDocument,
  offset: number,
  context: FeatureContext,
): readonly Completion[] {
  const place = requirementPlace(document, offset);
  const facts = place && context.project.files.packages();
  if (!place || !facts) return [];
  const where = { project: context.project, path: context.path, python: '' };
  if (place.part === 'version') {
    const origin = originInDocument(document, place.normalizedName, where);
    const isKnown = isSpokenOf(facts, { ...origin, normalizedName: place.normalizedName });
    return isKnown ? versions(facts, place, context.deployment().python.version) : [];
  }
  const typed = document.text.slice(place.word.start, offset);
  const written = writtenRequirements(document, where)
    .filter(({ nameSpan }) => !touches(nameSpan, place.word))
    .map(({ normalizedName }) => normalizedName);
  return names(facts, place, typed, new Set(written));
}

function names(
  facts: PackageFacts,
  { word }: RequirementPlace,
  typed: string,
  written: ReadonlySet<string>,
): Completion[] {
  // A trailing separator is being typed; normalized it stays one hyphen.
  const prefix = normalizeName(typed);
  return facts
    .names()
    .filter((name) => name.startsWith(prefix) && !written.has(name))
    .map((name) => ({
      ...{ label: name, kind: 'package', span: word, newText: name },
      detail: 'on PyPI',
      documentation: link(`${name} on PyPI`, packagePage(name)),
    }));
}

function versions(facts: PackageFacts, { word, normalizedName }: RequirementPlace, python: string): Completion[] {
  const fitting = (facts.releases(normalizedName) ?? []).filter((release) => isKnownToFit(release, python));
  return fitting.reverse().map((release) => ({
    ...{ label: release.text, kind: 'version', span: word, newText: release.text },
    detail: `fits Python ${python}`,
    documentation: documentationOf(facts, normalizedName, release),
  }));
}

function documentationOf(facts: PackageFacts, name: string, release: Release): string {
  const size = sizeText(facts, name, release);
  const asks = release.requiresPython ? `Asks for Python \`${release.requiresPython.text}\`` : '';
  return `${asks}${size ? `, about ${size}` : ''}.\n\n${originText(facts, name)}`;
}
