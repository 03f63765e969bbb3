import { testClaims } from './testClaims.ts';
import { manifestClaims } from './trees/manifests.ts';
import { requirementClaims } from './trees/requirements.ts';

testClaims('manifests', manifestClaims);
testClaims('requirements files', requirementClaims);
