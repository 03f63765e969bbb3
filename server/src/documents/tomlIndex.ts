import type { Parser } from 'web-tree-sitter';
import { type Span, textAt } from '../text/span.ts';
import type { TomlEntry, TomlKind, TomlPath, TomlTable } from './toml.ts';
import { statementsIn } from './tomlStatements.ts';
import { decodeTomlKey, decodeTomlString } from './tomlStrings.ts';
import { parseTomlSyntax, type TomlSyntax } from './tomlSyntax.ts';

/** What stands at one path. */
export interface TomlNode {
  /** Absent where there are none: most nodes of a lock file are leaves. */
  children?: Map<string | number, TomlNode>;
  /** The key in the text; absent for positions in an array. */
  keySpan?: Span;
  entry?: TomlEntry;
  table?: TomlTable;
  /** How many `[[headers]]` there are at this path. */
  elements: number;
}

export interface TomlIndex {
  readonly root: TomlNode;
  readonly tables: readonly TomlTable[];
}

const kinds: Readonly<Record<string, TomlKind>> = {
  ...{ string: 'string', integer: 'integer', float: 'float', boolean: 'boolean', array: 'array' },
  ...{ inline_table: 'inlineTable', local_date: 'datetime', local_time: 'datetime', local_date_time: 'datetime' },
  offset_date_time: 'datetime',
};

/** The places of everything in `text`. Never throws; what cannot be parsed is left out, its neighbours are not. */
export function indexToml(text: string, parser: Parser): TomlIndex {
  const builder = new IndexBuilder(text);
  const { document, hasError } = parseTomlSyntax(text, parser);
  if (!hasError) builder.addAll(document, 0);
  else {
    for (const { start, end } of statementsIn(text)) {
      const statement = text.slice(start, end);
      builder.addStatement(parseTomlSyntax(statement, parser).document, start, statement.trimStart().startsWith('['));
    }
  }
  return builder.finish();
}

interface Position {
  readonly path: TomlPath;
  readonly node: TomlNode;
}

interface OpenTable extends Position {
  readonly header?: Span;
  readonly start: number;
  readonly pairs: TomlEntry[];
  readonly nameless?: true;
}

interface KeyPart {
  readonly name: string;
  readonly span: Span;
}

class IndexBuilder {
  private readonly text: string;
  private readonly root: TomlNode = { elements: 0 };
  private readonly opened: OpenTable[];
  /** Where the text of the tree at hand stands in `text`. */
  private offset = 0;

  constructor(text: string) {
    this.text = text;
    this.opened = [{ path: [], node: this.root, start: 0, pairs: [] }];
  }

  /** Takes in the headers and pairs of a document. Pairs belong to the last header, also to that of an earlier call. */
  addAll(document: TomlSyntax, offset: number): void {
    this.offset = offset;
    for (const node of document.children) {
      if (node.type === 'pair') this.addPair(node);
      if (!isTable(node)) continue;
      this.open(node);
      for (const child of node.children) if (child.type === 'pair') this.addPair(child);
    }
  }

  /** The same for one statement of a broken text. The pairs behind a half-typed header belong to no path. */
  addStatement(document: TomlSyntax, offset: number, isHeader: boolean): void {
    if (isHeader && !document.children.some(isTable)) {
      const node = { elements: 0 };
      this.opened.push({ path: [], node, start: offset, pairs: [], nameless: true });
    }
    this.addAll(document, offset);
  }

  finish(): TomlIndex {
    const tables = this.opened.flatMap(({ path, node, header, start, pairs, nameless }, index) => {
      const end = this.opened[index + 1]?.start ?? this.text.length;
      if (nameless) return [];
      const table = { path, span: { start, end }, pairs, ...(header ? { header } : {}) };
      node.table ??= table;
      return [table];
    });
    return { root: this.root, tables };
  }

  private open(node: TomlSyntax): void {
    const key = node.children.find(isKey);
    if (!key) return;
    const close = node.children.find(({ type }) => type === ']' || type === ']]');
    const header = { start: this.offset + node.start, end: this.offset + (close ?? key).end };
    const target = this.descend({ path: [], node: this.root }, this.keyParts(key));
    if (node.type === 'table_array_element') {
      const element = target.node.elements++;
      target.path.push(element);
      target.node = child(target.node, element);
    }
    this.opened.push({ ...target, header, start: header.start, pairs: [] });
  }

  private addPair(pair: TomlSyntax): void {
    const table = this.opened[this.opened.length - 1];
    const entry = table && this.pair(pair, table);
    if (entry) table.pairs.push(entry);
  }

  private pair({ children }: TomlSyntax, parent: Position): TomlEntry | undefined {
    const key = children.find(isKey);
    const value = children.find(isValue);
    if (!key || !value) return undefined;
    const keySpan = this.spanOf(key);
    const pairSpan = { start: keySpan.start, end: this.offset + value.end };
    return this.value(value, this.descend(parent, this.keyParts(key)), { keySpan, pairSpan });
  }

  private value(syntax: TomlSyntax, at: Position, spans?: { keySpan: Span; pairSpan: Span }): TomlEntry {
    const kind = kinds[syntax.type] ?? 'string';
    const valueSpan = this.spanOf(syntax);
    const string = kind === 'string' ? { string: decodeTomlString(textAt(this.text, valueSpan)) } : {};
    const entry: TomlEntry = { path: at.path, ...spans, valueSpan, kind, ...string, items: this.items(syntax, at) };
    at.node.entry ??= entry;
    return entry;
  }

  private items({ type, children }: TomlSyntax, at: Position): TomlEntry[] {
    if (type === 'array') {
      return children.filter(isValue).map((value, index) => {
        return this.value(value, { path: [...at.path, index], node: child(at.node, index) });
      });
    }
    if (type !== 'inline_table') return [];
    return children.flatMap((item) => (item.type === 'pair' ? (this.pair(item, at) ?? []) : []));
  }

  /** The node at the end of `keys`. A key that names an array of tables stands for its last element. */
  private descend(from: Position, keys: readonly KeyPart[]) {
    const path = [...from.path];
    let { node } = from;
    for (const [index, { name, span }] of keys.entries()) {
      path.push(name);
      node = child(node, name);
      node.keySpan ??= span;
      if (node.elements === 0 || index === keys.length - 1) continue;
      path.push(node.elements - 1);
      node = child(node, node.elements - 1);
    }
    return { path, node };
  }

  /** A dotted key nests to the left. */
  private keyParts(key: TomlSyntax): KeyPart[] {
    if (key.type === 'dotted_key') return key.children.filter(isKey).flatMap((part) => this.keyParts(part));
    const span = this.spanOf(key);
    return [{ name: decodeTomlKey(textAt(this.text, span)), span }];
  }

  private spanOf({ start, end }: TomlSyntax): Span {
    return { start: this.offset + start, end: this.offset + end };
  }
}

function isTable({ type }: TomlSyntax): boolean {
  return type === 'table' || type === 'table_array_element';
}

function isKey({ type }: TomlSyntax): boolean {
  return type === 'bare_key' || type === 'quoted_key' || type === 'dotted_key';
}

function isValue({ type }: TomlSyntax): boolean {
  return Object.hasOwn(kinds, type);
}

function child(parent: TomlNode, key: string | number): TomlNode {
  const existing = parent.children?.get(key);
  if (existing) return existing;
  const created: TomlNode = { elements: 0 };
  parent.children ??= new Map();
  parent.children.set(key, created);
  return created;
}
