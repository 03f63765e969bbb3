import pc from 'picocolors';
import type { Host } from '../host.ts';

export type Colours = ReturnType<typeof pc.createColors>;

/** How text for people looks. */
export interface TextStyle {
  readonly colours: Colours;
  /** Columns of the terminal, if it is one. */
  readonly width?: number;
}

/** Colours for a terminal that shows them and a person who wants them (no-color.org), plain text otherwise. */
export function styleFor({ isTty, env, columns }: Pick<Host, 'isTty' | 'env' | 'columns'>): TextStyle {
  const colours = pc.createColors(isTty && !env.NO_COLOR && env.TERM !== 'dumb');
  return isTty && columns ? { colours, width: columns } : { colours };
}
