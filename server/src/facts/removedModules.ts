/**
 * Modules that left the standard library, the Python without them, and what brings them back, best first.
 *
 * Source: https://docs.python.org/3/whatsnew/3.12.html#removed, https://peps.python.org/pep-0594/ (general knowledge, not
 * read for this), https://github.com/youknowone/python-deadlib (its packages `standard-...`, listing read 2026-11-30);
 * that these imports fail was executed with CPython 3.13.0
 * Date: 2026-11-30
 */
export const removedModules: Readonly<
  Record<string, { readonly since: string; readonly distributions: readonly string[] }>
> = {
  asynchat: { since: '3.12', distributions: ['pyasynchat', 'standard-asynchat'] },
  asyncore: { since: '3.12', distributions: ['pyasyncore', 'standard-asyncore'] },
  distutils: { since: '3.12', distributions: ['setuptools', 'standard-distutils'] },
  imp: { since: '3.12', distributions: ['zombie-imp'] },
  smtpd: { since: '3.12', distributions: ['standard-smtpd'] },
  aifc: { since: '3.13', distributions: ['standard-aifc'] },
  audioop: { since: '3.13', distributions: ['audioop-lts'] },
  cgi: { since: '3.13', distributions: ['legacy-cgi', 'standard-cgi'] },
  cgitb: { since: '3.13', distributions: ['legacy-cgi', 'standard-cgitb'] },
  chunk: { since: '3.13', distributions: ['standard-chunk'] },
  crypt: { since: '3.13', distributions: ['legacycrypt', 'standard-crypt', 'crypt-r'] },
  imghdr: { since: '3.13', distributions: ['standard-imghdr'] },
  mailcap: { since: '3.13', distributions: ['standard-mailcap'] },
  nntplib: { since: '3.13', distributions: ['standard-nntplib'] },
  pipes: { since: '3.13', distributions: ['standard-pipes'] },
  sndhdr: { since: '3.13', distributions: ['standard-sndhdr'] },
  sunau: { since: '3.13', distributions: ['standard-sunau'] },
  telnetlib: { since: '3.13', distributions: ['standard-telnetlib'] },
  uu: { since: '3.13', distributions: ['standard-uu'] },
  xdrlib: { since: '3.13', distributions: ['standard-xdrlib'] },
};
