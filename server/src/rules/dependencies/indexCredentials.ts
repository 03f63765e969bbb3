import type { PyprojectDocument } from '../../documents/pyproject.ts';
import type { RequirementsDocument } from '../../documents/requirements.ts';
import type { TomlDocument, TomlEntry } from '../../documents/toml.ts';
import { directoryOf, inside, nameOf } from '../../project/paths.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const main = '-- main.py\napp = 1\n';
const url = 'https://robot:abc123secret@pypi.example.com/simple';

export default defineRule({
  name: 'index-credentials',
  area: 'dependencies',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A password or a token in the address of a package index.',
  why: 'When the manifest does not parse, the builder prints the whole file into the build log, with what stands in it. And everybody who can read the repository can read the secret already.',
  ignore: 'The credentials are meant to be public, such as those of a read-only mirror.',
  source: 'https://docs.astral.sh/uv/concepts/indexes/#authentication',
  examples: [
    { files: `-- vercel.json\n{}\n-- requirements.txt\n--extra-index-url «${url}»\nfastapi\n${main}` },
    {
      files: `-- vercel.json\n{}\n-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\n\n[[tool.uv.index]]\nname = "own"\nurl = «"${url}"»\n${main}`,
    },
    {
      files: `-- vercel.json\n{}\n-- requirements.txt\nshop @ «https://ghp_0123456789abcdefghij@github.com/acme/shop/archive/main.zip»\n${main}`,
    },
    { files: `-- vercel.json\n{}\n-- requirements.txt\n--index-url https://pypi.example.com/simple\nfastapi\n${main}` },
    {
      files: `-- vercel.json\n{}\n-- requirements.txt\n--index-url https://\${USER}:\${TOKEN}@pypi.example.com/simple\nfastapi\n${main}`,
      note: 'the names of variables',
    },
    {
      files: `-- vercel.json\n{}\n-- requirements.txt\nshop @ git+ssh://git@github.com/acme/shop\n${main}`,
      note: 'a user without a password',
    },
    { files: `-- vercel.json\n{}\n-- requirements.txt\n--index-url https://robot:\n${main}`, note: 'half typed' },
  ],

  *check(_document, context) {
    for (const path of manifestsRead(context)) {
      const document = context.project.files.document(path);
      const found =
        document?.kind === 'requirements.txt'
          ? inRequirements(document)
          : document?.kind === 'pyproject.toml' || document?.kind === 'Pipfile'
            ? inToml(document.toml, document.kind === 'Pipfile' ? undefined : document)
            : [];
      for (const { span, value, isPackage } of found) {
        const host = hostWithCredentials(value);
        if (host === undefined) continue;
        yield {
          path,
          span,
          message: `The address at \`${host}\` holds credentials, which a failed build can print. ${isPackage ? 'Take them out.' : 'Move it to `UV_EXTRA_INDEX_URL`.'}`,
        };
      }
    }
  },
});

interface Address {
  /** Whether it is that of one package, and not of an index. */
  readonly isPackage: boolean;
  readonly value: string;
  readonly span: Span;
}

/** The manifest that is read, and the pyproject.toml beside a lock file. */
function manifestsRead({ project: { files }, deployment: { install } }: RuleContext): string[] {
  const { source } = install;
  if (source === null) return [];
  const beside = { 'uv.lock': 'pyproject.toml', 'pylock.toml': 'pyproject.toml', 'Pipfile.lock': 'Pipfile' }[
    nameOf(source)
  ];
  const path = beside === undefined ? source : inside(directoryOf(source), beside);
  return files.has(path) ? [path] : [];
}

function inRequirements({ entries }: RequirementsDocument): Address[] {
  return entries.flatMap((entry): Address[] => {
    if (entry.kind === 'option') {
      const { value, valueSpan } = entry.option;
      return value !== undefined && valueSpan ? [{ value, span: valueSpan, isPackage: false }] : [];
    }
    if (entry.kind === 'requirement') {
      return entry.url !== undefined && entry.urlSpan
        ? [{ value: entry.url, span: entry.urlSpan, isPackage: true }]
        : [];
    }
    return entry.target !== undefined && entry.targetSpan
      ? [{ value: entry.target, span: entry.targetSpan, isPackage: true }]
      : [];
  });
}

/** The places of indexes in uv's, Poetry's and Pipenv's tables, and the dependencies that are URLs. */
function inToml(toml: TomlDocument, pyproject?: PyprojectDocument): Address[] {
  const lists = [['tool', 'uv', 'index'], ['tool', 'uv', 'pip', 'index'], ['tool', 'poetry', 'source'], ['source']];
  const listed = toml.tables
    .filter(({ path }) => lists.some((list) => list.join() === path.slice(0, -1).join()))
    .flatMap(({ pairs }) => pairs.filter(({ path }) => path.at(-1) === 'url'));
  const single = ['index-url', 'extra-index-url', 'find-links'].flatMap((key) => toml.entry(['tool', 'uv', key]) ?? []);
  const entries: TomlEntry[] = [...listed, ...single.flatMap((entry) => [entry, ...entry.items])];
  const dependencies = (pyproject?.dependencies?.items ?? []).map(({ entry }) => entry);
  const isPackage = (entry: TomlEntry) => dependencies.includes(entry);
  return [...entries, ...dependencies].flatMap((entry) =>
    entry.string === undefined ? [] : [{ value: entry.string, span: entry.valueSpan, isPackage: isPackage(entry) }],
  );
}

/** The host of a URL that holds a password, or a user that is as long as a token. Names of variables are no secret. */
function hostWithCredentials(text: string): string | undefined {
  const match = /[a-z][a-z+]*:\/\/([^/\s@?#]+)@([^/\s:?#]+)/i.exec(text);
  if (!match) return undefined;
  const [, credentials = '', host = ''] = match;
  const [user = '', password] = credentials.split(':');
  const secret = password || (user.length >= 20 ? user : '');
  return secret === '' || /\$|%\w+%$|^<|^\{/.test(secret) ? undefined : host.slice(0, 50);
}
