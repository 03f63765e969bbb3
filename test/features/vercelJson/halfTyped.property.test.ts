import fc from 'fast-check';
import { type ParseError, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../server/src/features/completion.ts';
import { describedCompletion, describedHover } from '../../../server/src/features/vercelJson/described.ts';
import { accepted, language } from './asked.ts';

const files = [
  `{
  "$schema": "https://openapi.vercel.sh/vercel.json",
  "framework": "fastapi",
  "regions": ["iad1", "fra1"],
  "functions": {
    "api/**/*.py": { "maxDuration": 60, "memory": 1024, "excludeFiles": "{tests/**,docs/**}" }
  },
  "rewrites": [
    { "source": "/api/(.*)", "destination": "/api/index", "has": [{ "type": "header", "key": "x", "value": "1" }] }
  ],
  "crons": [{ "path": "/api/sync", "schedule": "0 5 * * 1-5" }]
}
`,
  '{"version":2,"builds":[{"src":"main.py","use":"@vercel/python"}],"routes":[{"src":"/(.*)","dest":"/main.py"},{"handle":"filesystem"}]}',
  '{\r\n\t"cleanUrls": true,\r\n\t"headers": [{ "source": "/a\\"b", "headers": [{ "key": "k", "value": "v" }] }],\r\n\t"git": { "deploymentEnabled": { "main": false } },\r\n\t"images": { "sizes": [1, 2], "formats": ["image/webp"] }\r\n}',
  '{ "experimentalServices": { "web": { "framework": "flask", "entrypoint": "app.py" } }, "proxy": { "entrypoint": "p.py" } }',
];

/** A file as it is typed from its beginning, or with a part of it gone between two brackets, and a place in it. */
const halfTyped = fc
  .tuple(fc.constantFrom(...files), fc.nat(), fc.nat(), fc.nat(), fc.boolean())
  .map(([file, a, b, c, isPrefix]) => {
    const start = a % (file.length + 1);
    const gone = file.slice(start, start + (b % 12)).replace(/[[\]{}][\s\S]*/, '');
    const text = isPrefix ? file.slice(0, start) : file.slice(0, start) + file.slice(start + gone.length);
    return { text, offset: isPrefix && c % 2 === 0 ? text.length : c % (text.length + 1) };
  });

/**
 * `text` with the string closed that ends at the caret, or a word behind it. Nothing where another string is open: the rest of
 * its line is a guess, and so is what makes it worse.
 */
function closed(text: string, offset: number): string | undefined {
  const withoutStrings = (part: string) => part.replace(/"(?:[^"\\\n]|\\.)*"/g, '');
  const before = withoutStrings(text.slice(0, offset));
  const isOpen = /"[^"\n]*$/.test(before);
  const rest = text.slice(offset).replace(isOpen ? /^[\w@./*()$-]*/ : '', '');
  const around = before.replace(isOpen ? /"[\w@./*()$ -]*$/ : '', '') + withoutStrings(rest);
  if (around.includes('"')) return undefined;
  if (!isOpen) return text;
  return /^[\s,\]}]*(?:$|\n)/.test(rest) ? `${text.slice(0, -rest.length || undefined)}"${rest}` : undefined;
}

function faults(text: string): number {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  return errors.length;
}

describe('half-typed vercel.json', () => {
  it('is never worse JSON for a completion that is accepted', async () => {
    await fc.assert(
      fc.asyncProperty(halfTyped, fc.nat(), async ({ text, offset }, which) => {
        const found = await describedCompletion(language, text, offset);
        const one = found[which % Math.max(1, found.length)];
        if (!one) return;
        const before = closed(text, offset);
        fc.pre(before !== undefined);
        const after = accepted(text, one, 'null');
        const isWorse = faults(after) > Math.max(faults(text), faults(before ?? ''));
        expect(isWorse ? { text, offset, one, after } : undefined).toBeUndefined();
      }),
      { numRuns: 600 },
    );
  });

  it('is completed at the caret alone', async () => {
    await fc.assert(
      fc.asyncProperty(halfTyped, async ({ text, offset }) => {
        const found = await describedCompletion(language, text, offset);
        const isHere = ({ span, comma = span.start }: Completion) =>
          span.start <= offset &&
          offset <= span.end &&
          comma <= span.start &&
          !/\n/.test(text.slice(span.start, span.end));
        expect(found.filter((one) => !isHere(one))).toEqual([]);
        const labels = found.map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is explained, or not, without failing', async () => {
    await fc.assert(
      fc.asyncProperty(halfTyped, async ({ text, offset }) => {
        const found = await describedHover(language, text, offset);
        expect(found?.markdown).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
