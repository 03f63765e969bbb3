export interface Literal {
  readonly text: string;
  readonly before: string;
  readonly isTemplate: boolean;
}

export function literalsIn(source: string): Literal[];
export function isLocalised(literal: Literal): boolean;
export function clientSources(): { readonly name: string; readonly text: string }[];
export function bundleText(): string;
