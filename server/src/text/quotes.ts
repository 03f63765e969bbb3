/** The quote that Python code uses for its strings: the single one where it uses no other, docstrings left aside. */
export function quoteOf(text: string): '"' | "'" {
  const code = text.replaceAll('"""', '');
  return !code.includes('"') && /'[^'\r\n]*'/.test(code) ? "'" : '"';
}
