/** Whether the host can run on this machine, and everything it needs on it. */
import { chromiumPath } from './browser.mjs';
import { hostUnsupported, installHost } from './install.mjs';

/** Why the host cannot run here, or undefined when it can, perhaps after an installation. */
export function hostMissing() {
  const unsupported = hostUnsupported();
  if (unsupported) return unsupported;
  if (chromiumPath()) return undefined;
  return 'no Chromium was found: install it (on Debian: apt-get install --no-install-recommends chromium), or name one in CHROMIUM';
}

/** Installs the host if it is not there. */
export const prepareHost = () => installHost((line) => console.log(line));
