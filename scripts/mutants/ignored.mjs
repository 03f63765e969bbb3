/**
 * What is not mutated: the words of a rule. Its name, summary, page and examples are data that other tests hold, and
 * prose is no logic. Everything else is, the strings that rules compare with among it.
 */

/** What a rule says of itself. */
const metadata = new Set(['name', 'area', 'status', 'since', 'summary', 'why', 'ignore', 'source', 'examples']);

/** What a finding, a fix and a verdict say. */
const words = new Set(['message', 'title', 'note', 'evidence']);

/** The ignorer of Stryker: a reason, or undefined where the node is mutated. */
export const ignorer = {
  shouldIgnore(path) {
    if (path.isObjectProperty() && isMetadata(path)) return 'what a rule says of itself';
    if (path.isStringLiteral() && (isProse(path.node.value) || isWording(path))) return 'prose';
    if (path.isTemplateLiteral() && (isProse(textOf(path.node)) || isWording(path))) return 'prose';
    if (path.isVariableDeclarator() && isExamplePart(path)) return 'a part of examples';
    return undefined;
  },
};

/** A property of the object that is handed to `defineRule`. */
function isMetadata({ node, parentPath }) {
  const call = parentPath?.parentPath;
  return metadata.has(node.key.name) && call?.isCallExpression() && call.node.callee.name === 'defineRule';
}

/** The whole of what a property such as `message` is given. */
function isWording({ parentPath }) {
  return parentPath?.isObjectProperty() && words.has(parentPath.node.key.name);
}

/** Two words in a row. Code, paths and names have no blank between letters. */
function isProse(text) {
  return /[A-Za-z`][,.;:]? [A-Za-z`]/.test(text);
}

/** A template has text around its expressions; what stands in them is a word of the reader's. */
function textOf({ quasis }) {
  return quasis.map(({ value }) => value.raw).join('X');
}

/** Something at the top of a module that only examples use, such as `const head = '-- vercel.json\n...'`. */
function isExamplePart(path) {
  if (!path.parentPath.parentPath?.isProgram() || !path.get('id').isIdentifier()) return false;
  const references = path.scope.getBinding(path.node.id.name)?.referencePaths ?? [];
  return references.length > 0 && references.every((one) => one !== path && isInExample(one, path));
}

function isInExample(reference, self) {
  if (reference.findParent((one) => one.isObjectProperty() && one.node.key.name === 'examples')) return true;
  const outer = reference.findParent((one) => one.isVariableDeclarator() && one.parentPath.parentPath?.isProgram());
  return outer !== null && outer !== self && isExamplePart(outer);
}
