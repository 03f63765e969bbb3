import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'mysqlclient-from-source',
  role: 'cause',
  phase: 'build',
  title: '`mysqlclient` would have to be compiled, and the build machine has no MySQL to compile it with.',
  literals: ['Can not find valid pkg-config name', 'mysql_config: not found', 'MYSQLCLIENT_CFLAGS'],
  pattern: /Can not find valid pkg-config name|mysql_config: not found|Specify MYSQLCLIENT_CFLAGS/,
  causes: [
    {
      cause: '`mysqlclient` comes as source alone for Linux.',
      advice:
        'Require `pymysql` instead, and for Django call `pymysql.install_as_MySQLdb()` in the settings. There is no `apt-get` on Vercel.',
      rules: ['requirement-no-wheel'],
    },
  ],
  explains: ['package-not-built'],
  noise: [...installNoise, 'package-not-built'],
  source: "mysqlclient's own message (general knowledge).",
  examples: [
    {
      log: `  × Failed to build \`mysqlclient==2.2.4\`
      Exception: «Can not find valid pkg-config name».
      Specify MYSQLCLIENT_CFLAGS and MYSQLCLIENT_LDFLAGS env vars manually
`,
    },
    {
      log: 'MySQL is found\n',
    },
  ],
});
