import { testClaims } from './testClaims.ts';
import { workerClaims } from './trees/workers.ts';

testClaims('subscribers and workflows', workerClaims);
