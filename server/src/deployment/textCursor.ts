/** A place in a requirements file that moves forward, with the positions that its parser's messages give. */
export class TextCursor {
  readonly text: string;
  /** The file's path in messages. */
  readonly file: string;
  position = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  get rest(): string {
    return this.text.slice(this.position);
  }

  /** The character here; empty at the end. */
  get character(): string {
    const point = this.text.codePointAt(this.position);
    return point === undefined ? '' : String.fromCodePoint(point);
  }

  next(): void {
    this.position += this.character.length;
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.position);
  }

  eat(text: string): boolean {
    const found = this.startsWith(text);
    if (found) this.position += text.length;
    return found;
  }

  takeWhile(character: RegExp): string {
    const start = this.position;
    while (!this.atEnd && character.test(this.character)) this.next();
    return this.text.slice(start, this.position);
  }

  eatLineEnd(): boolean {
    return this.eat('\r\n') || this.eat('\n') || this.eat('\r');
  }

  /** Passes blanks and escaped line ends, and says whether there were any. */
  skipSpace(): boolean {
    const start = this.position;
    while (this.eat(' ') || this.eat('\t') || this.eat('\\\n') || this.eat('\\\r\n') || this.eat('\\\r'));
    return this.position > start;
  }

  eatComment(): boolean {
    if (this.character !== '#') return false;
    this.takeWhile(/[^\r\n]/);
    return true;
  }

  /** Passes blanks, empty lines and comments. */
  skipBlank(): void {
    while (this.skipSpace() || this.eatLineEnd() || this.eatComment());
  }

  /** `message` with the line and the column here. */
  fault(message: string): string {
    const before = this.text.slice(0, this.position).split(/\r\n|\n|\r/);
    const column = [...(before.at(-1) ?? '')].length + 1;
    return `${message} at ${this.file}:${before.length}:${column}`;
  }

  /** The file with a place in it, which is counted in bytes of UTF-8. */
  at(position: number): string {
    const characters = [...this.text.slice(0, position)];
    const bytes = characters.reduce((sum, one) => sum + bytesOf(one.codePointAt(0) ?? 0), 0);
    return `\`${this.file}\` at position ${bytes}`;
  }
}

function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
