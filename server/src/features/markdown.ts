/**
 * Plain text with code in backticks, as Markdown that shows just that: what people named their files and variables
 * must not turn into emphasis, links or HTML.
 */
export function prose(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]+`)/)
    .map((part) => (/^`.+`$/.test(part) ? part : part.replace(/[\\`*_[\]<>~]/g, '\\$&')))
    .join('');
}

/** `prose` for a cell of a table, where `|` would end it, in code too. */
export function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|');
}

/** `text` as code, whatever backticks it holds. */
export function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/**
 * A link; its address may hold blanks and brackets. Its text is no code: in VS Code's light high contrast theme links have
 * nearly the colour that stands behind code.
 */
export function link(text: string, address: string): string {
  return `[${text}](${address.replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}
