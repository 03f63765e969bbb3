import { testClaims } from './testClaims.ts';
import { entrypoints } from './trees/entrypoints.ts';
import { presets } from './trees/presets.ts';

testClaims('entrypoints', entrypoints);
testClaims('framework presets', presets);
