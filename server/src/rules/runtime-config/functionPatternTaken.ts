import { type FunctionPattern, functionPatternsOf } from '../../deployment/functionPatterns.ts';
import { type JsonProperty, spanOf } from '../../documents/vercelJson.ts';
import type { TextEdit } from '../../text/edit.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { functionProperties } from './functionKeys.ts';

const file = '-- api/index.py\napp = 1\n';
const two = `${file}-- api/other.py\napp = 1\n`;

export default defineRule({
  name: 'function-pattern-taken',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'An earlier key under `functions` takes every file of a later one.',
  why: 'The first key that fits a file takes it. A later one that is left without files counts as unmatched, and the build stops with "doesn\'t match any Serverless Functions". So the exact path stands before the pattern.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#functions',
  examples: [
    {
      files: `-- vercel.json\n{\n  "functions": {\n    "api/*.py": { "memory": 1024 },\n    «"api/index.py"»: { "maxDuration": 60 }\n  }\n}\n${two}`,
      fixed: `-- vercel.json\n{\n  "functions": {\n    "api/index.py": { "maxDuration": 60 },\n    "api/*.py": { "memory": 1024 }\n  }\n}\n${two}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "api/**": { "memory": 1024 }, «"api/o*.py"»: { "maxDuration": 60 } } }\n${two}`,
      fixed: `-- vercel.json\n{ "functions": { "api/o*.py": { "maxDuration": 60 }, "api/**": { "memory": 1024 } } }\n${two}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "api/*.py": { "memory": 1024 }, «"api/index.py"»: { "maxDuration": 60 } } }\n${file}`,
      note: 'both mean this one file, so no order helps',
    },
    {
      files: `-- vercel.json\n{ "functions": { "api/index.py": { "maxDuration": 60 }, "api/*.py": { "memory": 1024 } } }\n${two}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { "api/i*.py": { "maxDuration": 60 }, "api/*.py": { "memory": 1024 } } }\n${two}`,
      note: 'both take a file',
    },
    {
      files: `-- vercel.json\n{ "functions": { "api/*.py": { "memory": 1024 }, "api/index.py": { "max\n${two}`,
      note: 'half typed',
    },
  ],

  *check(document, { project, deployment }) {
    const use = functionPatternsOf(project, deployment);
    const properties = functionProperties(document);
    if (!use || properties.length !== use.patterns.length) return;
    for (const [index, { pattern, fits, takes }] of use.patterns.entries()) {
      const property = properties[index];
      if (!property || fits.length === 0 || takes.length > 0) continue;
      const earlier = use.patterns.findIndex(({ takes: taken }) => taken.some((name) => fits.includes(name)));
      const taker = properties[earlier];
      if (!taker) continue;
      const isError = use.whenUnused === 'error';
      const helps = everyTakes(moved(use.patterns, index, earlier));
      yield {
        span: spanOf(property.key),
        ...(isError ? {} : { severity: 'warning' as const }),
        message: messageFor(pattern, taker.name, { isError, helps }),
        related: [
          {
            path: `${project.root ? `${project.root}/` : ''}vercel.json`,
            span: spanOf(taker.key),
            message: 'This key stands first.',
          },
        ],
        fixes: helps ? [fixFor(document.text, properties.slice(earlier, index + 1), isError)] : [],
      };
    }
  },
});

function messageFor(later: string, first: string, { isError, helps }: { isError: boolean; helps: boolean }): string {
  const result = isError ? 'so the build stops' : 'which has no effect';
  return `\`${first}\` comes first and leaves no file for \`${later}\`, ${result}. ${helps ? 'Swap them.' : 'Keep one of them.'}`;
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items.slice(from, from + 1);
  return [...items.slice(0, to), ...item, ...items.slice(to, from), ...items.slice(from + 1)];
}

/** Whether each pattern has a file of its own in this order. */
function everyTakes(patterns: readonly FunctionPattern[]): boolean {
  const taken = new Set<string>();
  return patterns.every(({ fits }) => {
    const own = fits.filter((name) => !taken.has(name));
    for (const name of own) taken.add(name);
    return own.length > 0;
  });
}

/** Moves the last property before the first: each place takes the text of the one before it, and what stands between stays. */
function fixFor(text: string, properties: readonly JsonProperty[], isError: boolean): Fix {
  const last = properties[properties.length - 1] as JsonProperty;
  const edits = properties.map(({ property }, index): TextEdit => {
    const other = index === 0 ? last : (properties[index - 1] as JsonProperty);
    return { span: spanOf(property), newText: textAt(text, spanOf(other.property)) };
  });
  return { title: `Put "${last.name}" before "${properties[0]?.name}"`, safety: isError ? 'safe' : 'unsafe', edits };
}
