import type { Encoding, SourceFile } from '../../../server/src/documents/sourceFile.ts';

/** A repository, and the folder in it that is the project's Root Directory. */
export interface Tree {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly root: string;
}

/** A tree by the claim that it shows. */
export type Claims = Readonly<Record<string, Tree>>;

type Content = string | { readonly text: string; readonly encoding: Encoding };

/** A tree from texts by path. */
export function tree(files: Readonly<Record<string, Content>>, root = ''): Tree {
  const entries = Object.entries(files).map(([path, content]): [string, SourceFile] => [
    path,
    typeof content === 'string' ? { text: content, encoding: 'utf-8' } : content,
  ]);
  return { files: new Map(entries), root };
}

/** Claims whose trees differ in one text, which names them. */
export function each(
  claim: string,
  texts: readonly string[],
  make: (text: string) => Readonly<Record<string, Content>>,
): Claims {
  return Object.fromEntries(texts.map((text) => [`${claim}: ${JSON.stringify(text)}`, tree(make(text))]));
}

/** vercel.json with one entry in `builds`. */
export function builds(src: string, use = '@vercel/python'): string {
  return JSON.stringify({ builds: [{ src, use }] });
}

export function json(value: unknown): string {
  return JSON.stringify(value);
}

export const noPreset = json({ framework: null });

/** A FastAPI application with the manifest that names it. */
export const fastapi = { 'requirements.txt': 'fastapi\n', 'main.py': 'app = 1\n' } as const;
