// Made by `npm run generate` from the files in this folder. Do not edit.
import type { Signature } from '../signature.ts';
import buildsBesideSettings from './buildsBesideSettings.ts';
import dependencyVersionMissing from './dependencyVersionMissing.ts';
import handlerNotAClass from './handlerNotAClass.ts';
import moduleMissing from './moduleMissing.ts';
import processExited from './processExited.ts';
import uvFallsBackToPip from './uvFallsBackToPip.ts';

/** Every signature, by name. */
export const signatures: readonly Signature[] = [
  buildsBesideSettings,
  dependencyVersionMissing,
  handlerNotAClass,
  moduleMissing,
  processExited,
  uvFallsBackToPip,
];
