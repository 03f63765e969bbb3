/** `text` for a place that knows no Markdown: a label would show each backtick, and a screen reader would say it. */
export function spoken(text: string): string {
  return text.replaceAll('`', '');
}
