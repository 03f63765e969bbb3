/** Entry point of dist/server.js. */
import process from 'node:process';
import { startServerFromArguments, startStdioServer } from './nodeServer.ts';

const transports = ['--node-ipc', '--stdio', '--pipe', '--socket'];

if (process.argv.some((argument) => transports.some((name) => argument.startsWith(name)))) startServerFromArguments();
else void startStdioServer();
