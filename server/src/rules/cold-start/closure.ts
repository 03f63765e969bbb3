export { importChain as importOfModule, isAlwaysImported } from '../importChain.ts';
