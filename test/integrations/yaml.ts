/**
 * The little YAML that our two files are written in: blocks by indentation, scalars, lists of maps and `|` texts.
 * Throws on anything else, so that nobody takes a misreading for a pass.
 */
export type Yaml = string | Yaml[] | { [key: string]: Yaml };

interface Line {
  readonly indent: number;
  readonly text: string;
}

export function parseYaml(text: string): Yaml {
  const lines = text.split('\n').map((line) => ({ indent: line.search(/\S|$/), text: line.trim() }));
  const reader = new Reader(lines);
  return reader.block();
}

class Reader {
  readonly #lines: Line[];
  #at = 0;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  block(): Yaml {
    const first = this.#peek();
    if (!first) throw new Error('there is nothing');
    return first.text.startsWith('- ') ? this.#list(first.indent) : this.#map(first.indent);
  }

  #list(indent: number): Yaml[] {
    const items: Yaml[] = [];
    for (let line = this.#peek(); line && line.indent === indent && line.text.startsWith('- '); line = this.#peek()) {
      this.#lines[this.#at] = { indent: indent + 2, text: line.text.slice(2) };
      items.push(this.#map(indent + 2));
    }
    return items;
  }

  #map(indent: number): Yaml {
    const map: Record<string, Yaml> = {};
    for (let line = this.#peek(); line && line.indent === indent; line = this.#peek()) {
      const [, key = '', value = ''] = /^([\w-]+):(?: (.*))?$/.exec(line.text) ?? [];
      if (!key || key in map) throw new Error(`no pair of its own: ${line.text}`);
      this.#at++;
      map[key] = value === '|' ? this.#text(indent) : value === '' ? this.block() : scalar(value);
    }
    const next = this.#peek();
    if (next && next.indent > indent) throw new Error(`indented too far: ${next.text}`);
    return map;
  }

  #text(indent: number): string {
    const lines: Line[] = [];
    for (
      let line = this.#lines[this.#at];
      line && (line.text === '' || line.indent > indent);
      line = this.#lines[this.#at]
    ) {
      lines.push(line);
      this.#at++;
    }
    const least = Math.min(...lines.filter((line) => line.text).map((line) => line.indent));
    return lines.map((line) => ' '.repeat(Math.max(0, line.indent - least)) + line.text).join('\n');
  }

  #peek(): Line | undefined {
    while (this.#lines[this.#at] && /^(#|$)/.test(this.#lines[this.#at]?.text ?? '')) this.#at++;
    return this.#lines[this.#at];
  }
}

function scalar(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (/^["&*{[>!%@`]|: | #/.test(value)) throw new Error(`a scalar that is not read here: ${value}`);
  return value;
}
