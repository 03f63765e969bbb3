/**
 * `compute`, which answers once for each key: what it is given never changes, such as a document or a version of a file,
 * and the answer goes when the key does.
 */
export function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = answers.get(key) ?? { value: compute(key) };
    answers.set(key, known);
    return known.value;
  };
}
