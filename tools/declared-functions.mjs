/** The functions that a TypeScript file declares, with their parameters, results and first sentences: read from its text, so that they never age. */
import {javascript} from "@codemirror/lang-javascript";

/**
 * @typedef {{readonly owner: string | undefined, readonly name: string, readonly detail: string, readonly info: string | undefined, readonly isStatic: boolean}} DeclaredFunction
 * `owner`: the class or constant that it is a part of. `detail`: `(x: number): string`. `info`: the first sentence of its comment.
 * @typedef {ReturnType<typeof parse>} Node
 */

const {parser} = javascript({typescript: true}).language;

/** @param {string} text */
const parse = (text) => parser.parse(text).topNode;

const functions = new Set([
  "FunctionDeclaration",
  "AmbientFunctionDeclaration",
  "MethodDeclaration",
  "Property",
]);
const owners = new Set(["ClassDeclaration", "VariableDeclaration"]);

/** Those at the top of `text` and in its classes and constants, in their order. @param {string} text @returns {DeclaredFunction[]} */
export function declaredFunctions(text) {
  /** @type {DeclaredFunction[]} */
  const found = [];
  const visit = (/** @type {Node} */ node, /** @type {string | undefined} */ owner) => {
    const name = nameOf(node, text);
    const params = node.getChild("ParamList");
    if (functions.has(node.name)) {
      if (name && params) found.push({owner, name, ...told(node, params, text)});
      return;
    }
    const inside = owners.has(node.name) ? name : owner;
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, inside);
  };
  visit(parse(text), undefined);
  return found;
}

/** @param {Node} node @param {string} text */
function nameOf(node, text) {
  const name = node.getChild("VariableDefinition") ?? node.getChild("PropertyDefinition");
  return name ? text.slice(name.from, name.to) : undefined;
}

/** @param {Node} node @param {Node} params @param {string} text */
function told(node, params, text) {
  const end = node.getChild("TypeAnnotation") ?? params;
  const signature = text.slice(params.from, end.to).replace(/\s+/g, " ");
  return {
    detail: cut(signature.replace(/^\( /, "(").replace(/,? \)/, ")"), 140),
    isStatic: node.getChild("static") !== null,
    info: sentence(commentBefore(node, text)),
  };
}

/** @param {Node} node @param {string} text */
function commentBefore({from}, text) {
  const before = text
    .slice(0, from)
    .replace(/(\b(export|declare|async)\s+)+$/, "")
    .trimEnd();
  return before.endsWith("*/") ? before.slice(before.lastIndexOf("/**") + 3, -2) : "";
}

/** @param {string} comment */
function sentence(comment) {
  const [first = ""] = comment
    .replace(/^\s*\* ?/gm, "")
    .trim()
    .split(/\n\s*\n|\n\s*@/);
  const words = first.replace(/\s+/g, " ").replace(/(?<=[\w`)]\.)\s.*$/, "");
  return words === "" ? undefined : cut(words, 200);
}

/** @param {string} text @param {number} most */
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
