/** A half-open range of UTF-16 offsets into one text: the unit of position everywhere but in the transports. */
export interface Span {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset just behind the last character; equal to `start` for a place between two characters. */
  readonly end: number;
}

/** The whole of `text`. */
export function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}

/** The characters of `text` that `span` covers. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether the two spans share a character or touch, so that a caret on an edge counts as inside. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether `outer` covers all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `span` moved by `by` characters. */
export function moved(span: Span, by: number): Span {
  return by === 0 ? span : { start: span.start + by, end: span.end + by };
}
