import { propertyNamed } from '../../deployment/vercelJson/configuration.ts';
import { type SchemaFault, schemaFaultsOf } from '../../deployment/vercelJson/faults.ts';
import { vercelJsonErrorsOf } from '../../deployment/vercelJson/vercelJsonErrors.ts';
import { removal, replacement } from '../../documents/jsonEdit.ts';
import { keyOf, spanOf, stringOf, type VercelJson } from '../../documents/vercelJson.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { outermostEmptied } from './emptied.ts';
import { speakerOf } from './schemaSpeakers.ts';

export default defineRule({
  name: 'vercel-json-schema',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`vercel.json` is not what Vercel accepts.',
  why: 'Vercel checks the file against its schema before anything is built, and rejects the deployment with the first thing it refuses. The message is its own.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "rewrites": [{ "source": "/(.*)", «"dest"»: "/api/index" }]\n}\n-- api/index.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{\n  "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }]\n}\n-- api/index.py\napp = 1\n',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { «"maxDurations"»: 30 } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 30 } } }\n',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { «"timeout"»: 30, "memory": 1024 } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "memory": 1024 } } }\n',
    },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "architecture": «"x86-64"» } } }\n',
      fixed: '-- vercel.json\n{ "functions": { "api/*.py": { "architecture": "x86_64" } } }\n',
    },
    { files: '-- vercel.json\n{ "rewrites": [«{» "source": "/a" }] }\n' },
    { files: '-- vercel.json\n{ "cleanUrls": «"yes"», «"images"»: {} }\n' },
    { files: '-- vercel.json\n{ "routes": [{ "handle": «"files"» }] }\n', note: 'an unknown phase' },
    {
      files: '-- vercel.json\n{ "proxy": { "entrypoint": "proxy.ts" }, «"builds": []» }\n',
      note: 'two properties that Vercel refuses together',
    },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }\n' },
    { files: '-- vercel.json\n{ "routes": [{ "src": "/(.*)", "dest": "/api/index.py" }] }\n' },
    { files: '-- vercel.json\n{ "framework": 5, "rootDirectory": "x" }\n', note: 'not what the schema speaks of' },
    { files: '-- vercel.json\nnull\n', note: '`null` is read as no configuration' },
    { files: '-- vercel.json\n{ "rewrites": [{ "src": "/a", "des', note: 'half typed' },
  ],

  *check(document) {
    const faults = schemaFaultsOf(document);
    const replaced = new Set(faults.map((fault) => place(fault, fault.meant ?? '')));
    for (const fault of faults) {
      if (speakerOf(fault) !== 'vercel-json-schema') continue;
      if (fault.error.missing === undefined || !replaced.has(place(fault, fault.error.missing))) {
        yield phaseFinding(fault) ?? {
          span: fault.span,
          message: ownWords(fault.message),
          fixes: fixesFor(document, fault),
        };
      }
    }
    if (faults.length > 0) return;
    for (const { code, message, span } of vercelJsonErrorsOf(document)) {
      if (code !== 'FUNCTIONS_AND_BUILDS') yield { span, message: ownWords(message) };
    }
  },
});

/** Renaming what Vercel says is meant gives the object what it lacks. */
function place({ node }: SchemaFault, name: string): string {
  return `${node.offset} ${name}`;
}

/** Vercel's words without the name of the file, which the reader has before him. */
function ownWords(message: string): string {
  const words = message
    .replace(/^Invalid vercel\.json - /, '')
    .replace(/Please (\w)/g, (_, letter: string) => letter.toUpperCase());
  return /^[a-z]/.test(words) ? `The file ${words}` : words;
}

/** Vercel takes a route with an unknown phase for one without, and says that `handle` should go. */
function phaseFinding({ error, property }: SchemaFault): Finding | undefined {
  if (error.property !== 'handle' || !error.dataPath.includes('routes[')) return undefined;
  const value = property?.children?.[1];
  if (!value || property.parent?.children?.length !== 1) return undefined;
  const phase = nearest(stringOf(value) ?? '', phases);
  const fixes: Fix[] = phase
    ? [{ title: `Change to "${phase}"`, safety: 'unsafe', edits: replacement(value, phase) }]
    : [];
  return {
    span: spanOf(value),
    message: `\`handle\` names no phase of routing. Use one of ${phases.join(', ')}.`,
    fixes,
  };
}

const phases = ['error', 'filesystem', 'hit', 'miss', 'resource', 'rewrite'];

function fixesFor(document: VercelJson, fault: SchemaFault): Fix[] {
  const { error, node, property, meant } = fault;
  if (error.keyword === 'enum') return wordFixes(fault);
  const key = property && keyOf(property);
  if (!property || !key || error.keyword !== 'additionalProperties') return [];
  const free = Object.keys(error.schema.properties ?? {}).filter((name) => !propertyNamed(node, name));
  if (meant !== undefined && free.includes(meant)) {
    return [{ title: `Rename to \`${meant}\``, safety: 'safe', edits: replacement(key, meant) }];
  }
  const name = nearest(error.property ?? '', free);
  const gone = error.path[0] === 'functions' ? outermostEmptied(property) : property;
  return [
    ...(name === undefined
      ? []
      : [{ title: `Rename to \`${name}\``, safety: 'unsafe' as const, edits: replacement(key, name) }]),
    { title: `Remove \`${error.property}\``, safety: 'unsafe', edits: removal(document.text, gone) },
  ];
}

function wordFixes({ error, node }: SchemaFault): Fix[] {
  const words = (error.schema.enum ?? []).filter((one) => typeof one === 'string');
  const word = nearest(stringOf(node) ?? '', words);
  return word ? [{ title: `Change to "${word}"`, safety: 'unsafe', edits: replacement(node, word) }] : [];
}
