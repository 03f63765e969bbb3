/**
 * Distributions that are listed where another one is meant: what the code imports, the other brings, and this one does not.
 *
 * Source: pains.md 8c (`magnum`); the pages of these projects on the index (general knowledge, not read for this)
 * Date: 2026-11-25
 */
export const mixUps: Readonly<Record<string, { readonly module: string; readonly meant: string }>> = {
  dotenv: { module: 'dotenv', meant: 'python-dotenv' },
  jose: { module: 'jose', meant: 'python-jose' },
  magnum: { module: 'mangum', meant: 'mangum' },
  opencv: { module: 'cv2', meant: 'opencv-python-headless' },
  pil: { module: 'PIL', meant: 'pillow' },
  sklearn: { module: 'sklearn', meant: 'scikit-learn' },
  yaml: { module: 'yaml', meant: 'pyyaml' },
};
