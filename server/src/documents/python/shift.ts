/** A copy of `value`, made of plain objects with spans, in which every span lies `by` characters further on. */
export function shifted<T>(value: T, by: number): T {
  return shiftedValue(value, by) as T;
}

function shiftedValue(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => shiftedValue(element, by));
  const source = value as Record<string, unknown>;
  if (typeof source.start === 'number' && typeof source.end === 'number') {
    return { start: source.start + by, end: source.end + by };
  }
  const copy: Record<string, unknown> = {};
  for (const key in source) copy[key] = shiftedValue(source[key], by);
  return copy;
}
