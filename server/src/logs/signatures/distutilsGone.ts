import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'distutils-gone',
  role: 'cause',
  title: '`{module}` is no longer there in the Python that runs.',
  literals: [
    "No module named 'distutils",
    "No module named 'imp'",
    "No module named 'asynchat",
    "No module named 'cgi'",
    "No module named 'pkg_resources",
  ],
  pattern: /No module named '(?<module>distutils|imp|asynchat|cgi|pkg_resources)(?:\.[\w.]+)?'/,
  causes: [
    {
      cause:
        'A package, or your own code, imports it. Python 3.12 dropped `distutils`, `imp` and `asynchat`, Python 3.13 `cgi`; `pkg_resources` comes with `setuptools` below 81, which is no longer installed by itself.',
      advice:
        'Raise the package that imports it (the frame above names it). For `distutils` and `pkg_resources`, `setuptools<81` among the requirements helps as well.',
    },
  ],
  noise: [
    'builds-beside-settings',
    'uv-falls-back-to-pip',
    'dependency-install-failed',
    'command-failed',
    'process-exited',
  ],
  source: "What's New in Python 3.12 and 3.13; setuptools' changelog (general knowledge).",
  examples: [
    {
      log: "ModuleNotFoundError: «No module named 'distutils'»\n",
    },
    {
      log: "ModuleNotFoundError: «No module named 'pkg_resources'»\n",
    },
    {
      log: "No module named 'distutil'\n",
    },
  ],
});
