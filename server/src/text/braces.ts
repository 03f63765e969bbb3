/** The patterns that `{a,b}` and `{1..3}` stand for, in order; a pair of braces that is neither is kept as it is. */
export function expandBraces(pattern: string): string[] {
  for (let open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
    const close = closingBrace(pattern, open);
    if (close < 0 || pattern[open - 1] === '$' || pattern[open - 1] === '\\') continue;
    const choices = choicesIn(pattern.slice(open + 1, close));
    if (!choices) continue;
    const before = pattern.slice(0, open);
    const after = expandBraces(pattern.slice(close + 1));
    return choices.flatMap((choice) => after.map((rest) => before + choice + rest)).slice(0, 1000);
  }
  return [pattern];
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '{') depth++;
    if (pattern[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function choicesIn(text: string): string[] | undefined {
  const range = /^(-?\d+|[a-z])\.\.(-?\d+|[a-z])$/i.exec(text);
  if (range) return rangeOf(range[1] ?? '', range[2] ?? '');
  const parts = splitAtCommas(text);
  return parts.length > 1 ? parts.flatMap(expandBraces) : undefined;
}

function rangeOf(from: string, to: string): string[] {
  const isNumber = /\d/.test(from) && /\d/.test(to);
  const [start, end] = isNumber ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
  const length = Math.min(Math.abs(end - start) + 1, 1000);
  const step = end < start ? -1 : 1;
  return Array.from({ length }, (_, index) => {
    const value = start + index * step;
    return isNumber ? String(value) : String.fromCharCode(value);
  });
}

function splitAtCommas(text: string): string[] {
  const result = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (character === ',' && depth === 0) result.push('');
    else result[result.length - 1] += character;
  }
  return result;
}
