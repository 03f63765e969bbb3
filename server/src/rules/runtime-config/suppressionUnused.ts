import { removeTomlEntry } from '../../documents/tomlEdit.ts';
import { configurationOf } from '../../project/configuration.ts';
import type { Project } from '../../project/project.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fullLines, lineAt } from '../../text/lines.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import type { UnusedSuppression } from '../unusedSuppression.ts';

const root =
  '-- vercel.json\n{}\n-- .python-version\n3.12\n-- requirements.txt\nfastapi\npython-dotenv\n-- main.py\nfrom dotenv import load_dotenv\nfrom fastapi import FastAPI\n\n';
const found = `${root}app = FastAPI()\n`;

export default defineRule({
  name: 'suppression-unused',
  area: 'runtime-config',
  subject: 'suppressions',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'A comment or a setting silences a rule that has nothing to say there.',
  why: 'It was needed once, or names no rule. Left there, it hides the next problem of that kind.',
  source: 'docs/configuration.md',
  examples: [
    {
      files: `${found}# preflight: ignore[«dotenv-at-import»]\nNAME = "shop"\n`,
      fixed: `${found}NAME = "shop"\n`,
    },
    {
      files: `${root}load_dotenv()  # noqa: E1  # preflight: ignore[dotenv-at-import, «work-at-import»]\napp = FastAPI()\n`,
      fixed: `${root}load_dotenv()  # noqa: E1  # preflight: ignore[dotenv-at-import]\napp = FastAPI()\n`,
    },
    {
      files: `${root}load_dotenv()  # preflight: ignore[dotenv-at-import]\napp = FastAPI()  # preflight: ignore[«work-at-imprt»]\n`,
      fixed: `${root}load_dotenv()  # preflight: ignore[dotenv-at-import]\napp = FastAPI()\n`,
      note: 'a name that no rule has',
    },
    {
      files: `${found}-- .vercel-preflight.toml\n[per-file-ignores]\n"vercel.json" = [«"builder-pinned"»]\n`,
      fixed: `${found}-- .vercel-preflight.toml\n[per-file-ignores]\n"vercel.json" = []\n`,
    },
    { files: `${root}# preflight: ignore[dotenv-at-import]\nload_dotenv()\napp = FastAPI()\n` },
    { files: `${root}# preflight: ignore-file[dotenv-at-import]\napp = FastAPI()\nload_dotenv()\n` },
    {
      files: `${found}TEXT = "# preflight: ignore[dotenv-at-import]"\n`,
      note: 'in a string',
    },
    {
      files: `${found}# preflight: ignore[dotenv-at-import]\n-- .vercel-preflight.toml\nrules.dotenv-at-import = "off"\n`,
      note: 'a rule that is off has nothing to say anywhere',
    },
    { files: `${found}# preflight: ignore[dotenv-at-import]\nload_dotenv(`, note: 'half typed' },
  ],

  *check(unused, { project, ruleNames }) {
    for (const suppression of unused) {
      const { path, span, name, isKnown } = suppression;
      const meant = isKnown ? undefined : nearest(name, ruleNames);
      yield {
        ...{ path, span, tag: 'unnecessary' },
        message: messageFor(suppression, meant),
        fixes: fixesFor(project, suppression),
      };
    }
  },
});

function messageFor({ name, isKnown, in: place }: UnusedSuppression, meant: string | undefined): string {
  if (!isKnown) {
    const hint = meant === undefined ? 'Remove it.' : `Is \`${meant}\` meant? Else remove it.`;
    return `There is no rule \`${name}\` to silence. ${hint}`;
  }
  if (place === 'comment') return `\`${name}\` has nothing to say here. Remove it, so that it hides no later problem.`;
  return `\`${name}\` has nothing to say in these files. Remove it, so that it hides no later problem.`;
}

function fixesFor(project: Project, suppression: UnusedSuppression): Fix[] {
  const { path, name, span, comment, isWhole } = suppression;
  if (!comment) {
    const edits = configuredName(project, span);
    return edits.length > 0 ? [{ title: `Remove \`${name}\``, safety: 'unsafe', edits }] : [];
  }
  const text = project.files.source(path)?.text ?? '';
  return isWhole
    ? [{ title: 'Remove the comment', safety: 'safe', edits: [commentRemoval(text, comment)] }]
    : [{ title: `Remove \`${name}\` from the comment`, safety: 'safe', edits: [nameRemoval(text, span)] }];
}

function configuredName(project: Project, span: Span): TextEdit[] {
  const configuration = configurationOf(project)?.configuration;
  const names = configuration?.perFileIgnores.flatMap(({ rules }) => rules) ?? [];
  const name = names.find(({ entry }) => entry.valueSpan.start === span.start);
  return configuration && name ? removeTomlEntry(configuration.toml, name.entry) : [];
}

/** The whole line where nothing else stands on it; what else the comment says stays a comment. */
function commentRemoval(text: string, comment: Span): TextEdit {
  const line = lineAt(text, comment.start);
  const before = text.slice(line.start, comment.start);
  const behind = text.slice(comment.end, line.end);
  if (before.trim() === '' && behind.trim() === '') return { span: fullLines(text, comment), newText: '' };
  if (behind.trim() === '')
    return { span: { start: line.start + before.trimEnd().length, end: line.end }, newText: '' };
  const start = comment.end + behind.length - behind.trimStart().length;
  return { span: { start: comment.start, end: start }, newText: text.startsWith('#', start) ? '' : '# ' };
}

function nameRemoval(text: string, { start, end }: Span): TextEdit {
  const behind = /^\s*,\s*/.exec(text.slice(end));
  if (behind) return { span: { start, end: end + behind[0].length }, newText: '' };
  const before = /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { span: { start: start - before, end }, newText: '' };
}
