/** A distribution that is listed where another one is meant. */
export interface MixUp {
  /** What the code imports. */
  readonly module: string;
  /** The distribution that brings it. */
  readonly meant: string;
  /** The releases that do not bring it; all of them where this is absent. */
  readonly releases?: string;
}

/**
 * Distributions that are listed where another one is meant: what the code imports, the other brings, and this one does not,
 * or it is not there at all (`opencv`, `pil`, `yaml`).
 *
 * Source: pains.md 8c (`magnum`); the pages of these projects on the index (general knowledge, not read for this). `dotenv`
 * 0.9.9 of 2025 installs python-dotenv; before that it was another package.
 * Date: 2026-11-30
 */
export const mixUps: Readonly<Record<string, MixUp>> = {
  dotenv: { module: 'dotenv', meant: 'python-dotenv', releases: '<0.9' },
  jose: { module: 'jose', meant: 'python-jose' },
  magnum: { module: 'mangum', meant: 'mangum' },
  opencv: { module: 'cv2', meant: 'opencv-python-headless' },
  pil: { module: 'PIL', meant: 'pillow' },
  sklearn: { module: 'sklearn', meant: 'scikit-learn' },
  yaml: { module: 'yaml', meant: 'pyyaml' },
};
