import { testClaims } from './testClaims.ts';
import { api } from './trees/api.ts';
import { configuration } from './trees/configuration.ts';

testClaims('the api folder', api);
testClaims('vercel.json', configuration);
