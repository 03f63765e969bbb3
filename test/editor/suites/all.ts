/** Every suite that needs the workspace with several folders. */
import './diagnostics.ts';
import './quickFixes.ts';
import './fixOnSave.ts';
import './commands.ts';
import './deployment.ts';
import './routes.ts';
import './refactorings.ts';
import './configuration.ts';
import './folders.ts';
import './packages.ts';
import './logs.ts';
import './vercelJson.ts';
import './structure.ts';
import './virtual.ts';
