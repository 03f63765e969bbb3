import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import strings from '../../package.nls.json';
import { bundleText, clientSources, isLocalised, literalsIn } from '../../scripts/l10n.mjs';

/** Names, which no language changes, and a line of a report that is read by us. */
const untranslated = ['Vercel Preflight', 'Vercel Python Preflight', 'Server: no answer ({})'];

/** Several words, or one that begins a sentence. */
const isProse = (text: string) => /[A-Za-z]{2}.* .*[A-Za-z]|^[A-Z][a-z]+$/.test(text);

describe('the strings of the client', () => {
  it.each(clientSources())('are looked up in a language: $name', ({ text }) => {
    const shown = literalsIn(text).filter((one) => !isLocalised(one) && isProse(one.text));
    expect(shown.map((one) => one.text).filter((one) => !untranslated.includes(one))).toEqual([]);
  });

  it('are all in the bundle', () => {
    expect(JSON.parse(bundleText())).toMatchObject({
      'Roll back': 'Roll back',
      '$(file) The file in front': '$(file) The file in front',
    });
  });
});

describe('finding strings', () => {
  const textsIn = (source: string) => literalsIn(source).map(({ text }) => text);

  it('takes them apart from comments, expressions and templates', () => {
    const source = [
      "// it's a comment",
      "/* and 'another' */ const a = 'one';",
      'const b = x.replace(/[\'"/]+/g, "two") + y / z;',
      "const c = `three @{d({ e: 'four' })} @{f} 'five'`;",
      "const g = 'it\\'s six';",
    ].join('\n');
    expect(textsIn(source.replaceAll('@', '$'))).toEqual(['one', 'two', "three {} {} 'five'", 'four', "it's six"]);
  });

  it('knows what is looked up in a language', () => {
    const [first, second, third] = literalsIn("l10n.t('A {0}', 'b');\nl10n.t(\n  'C',\n);");
    expect([first, second, third].map((one) => one && isLocalised(one))).toEqual([true, false, true]);
  });
});

/** The keys of package.json under which the editor looks for words to show. */
const shownKeys =
  /^(?:title|category|description|markdownDescription|contents|contextualTitle|displayName|enumDescriptions|label|altText|alt|markdown|name)$/;

/** Names for a machine, or of the company. */
const isName = (path: string) => /^problemMatchers\.|\.media\.(?:image|svg)/.test(path);

function shown(value: unknown, path: string, isShown: boolean): [string, string][] {
  if (typeof value === 'string') return isShown && !isName(path) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    shown(child, path === '' ? key : `${path}.${key}`, Array.isArray(value) ? isShown : shownKeys.test(key)),
  );
}

describe('package.json', () => {
  const contributed = shown(manifest.contributes, '', false);

  it('shows nothing but what package.nls.json says', () => {
    expect(contributed.length).toBeGreaterThan(40);
    expect(contributed.filter(([, text]) => !/^%[\w.-]+%$/.test(text))).toEqual([]);
  });

  it('names what is there, and package.nls.json nothing else', () => {
    const named = JSON.stringify(manifest).match(/(?<=")%[\w.-]+%(?=")/g) ?? [];
    const own = ['displayName', 'description'];
    expect([...new Set([...named.map((key) => key.slice(1, -1)), ...own])].sort()).toEqual(Object.keys(strings).sort());
    expect(own.map((key) => strings[key as keyof typeof strings])).toEqual([
      manifest.displayName,
      manifest.description,
    ]);
  });
});
