import { testClaims } from './testClaims.ts';
import { roots } from './trees/roots.ts';
import { versions } from './trees/versions.ts';

testClaims('the Python version', versions);
testClaims('a Root Directory', roots);
