import { insertion, removal, replacementBy } from '../../documents/jsonEdit.ts';
import { utf8 } from '../../documents/sourceFile.ts';
import { type JsonDocument, type JsonPath, jsonAt, parseJson, propertyOf } from '../../documents/vercelJson.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';

/** One change to a JSON document, of which later ones see the result. */
export type JsonStep = (document: JsonDocument) => readonly TextEdit[];

/** `text` after each of `steps`. */
export function afterSteps(text: string, steps: readonly JsonStep[]): string {
  return steps.reduce((current, step) => applyEdits(current, step(parseJson(utf8(current)))), text);
}

/** Takes the property or the element at `path` away; nothing where there is none. */
export function removed(path: JsonPath): JsonStep {
  return (document) => {
    const value = jsonAt(document, path);
    return value ? removal(document.text, propertyOf(value) ?? value) : [];
  };
}

/** Writes properties in the place of the one called `name`. */
export function inPlaceOf(name: string, properties: Readonly<Record<string, unknown>>): JsonStep {
  return (document) => {
    const found = jsonAt(document, [name]);
    const property = found && propertyOf(found);
    return property ? replacementBy(document.text, property, properties) : [];
  };
}

/** Writes `value` over the value at `path`. */
export function replaced(path: JsonPath, value: unknown): JsonStep {
  return (document) => {
    const node = jsonAt(document, path);
    return node
      ? [{ span: { start: node.offset, end: node.offset + node.length }, newText: JSON.stringify(value) }]
      : [];
  };
}

/** Adds the property `name` to the object that the document is. */
export function added(name: string, value: unknown): JsonStep {
  return ({ text, root }) => (root ? insertion(text, root, name, value) : []);
}
