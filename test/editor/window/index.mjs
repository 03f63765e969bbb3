/**
 * Drives the window like a person would: the packaged extension, installed into a fresh VS Code, with mouse and keyboard.
 * A step may leave pictures.
 */
import { mainPath } from './mainPath.mjs';
import { restricted, restrictedSettings } from './restricted.mjs';
import { surfaces } from './surfaces.mjs';
import { themeSteps } from './themes.mjs';
import { walkthrough } from './walkthrough.mjs';

/** User settings that make the pictures readable and the same every time. */
export const settings = {
  'workbench.colorTheme': 'Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': true,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.lightbulb.enabled': 'on',
  'editor.stickyScroll.enabled': false,
  'explorer.openEditors.visible': 0,
  'outline.showFiles': false,
};

/** What is done in an editor of its own, in a folder that is not trusted. */
export const untrusted = { steps: restricted, settings: { ...settings, ...restrictedSettings } };

/** The steps, in order: each goes on from where the one before it ended, but for those that begin `anew`. */
export const steps = [
  ...mainPath,
  ...[...walkthrough, ...surfaces, ...themeSteps].map((step) => ({ ...step, anew: true })),
];
