/**
 * Names where they are written in a cell: those that mean for it what they mean for all cells. Unlike `free-names.ts`, which tells what a
 * cell needs once its types are gone, it knows places, and types too. The tree is that of the editor's parser.
 */

/** The part of a node of Lezer's that is in use. */
export interface CodeNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: CodeNode | null;
  readonly nextSibling: CodeNode | null;
}

export interface WrittenName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What stands for more than itself: `{a}` is `{a: a}`, and `import {a}` is `import {a as a}`. */
  readonly as: "itself" | "field" | "import";
  /** Names that have a meaning of their own at this place. */
  readonly hidden: ReadonlySet<string>;
}

/** The names below `root` that no function, block or type inside has a meaning of its own for. `text` is what places count in. */
export function writtenNames(root: CodeNode, text: string): readonly WrittenName[] {
  const found: WrittenName[] = [];
  const visit = (node: CodeNode, hidden: ReadonlySet<string>): void => {
    const own = node === root ? varsInBlocks(root, text) : declaredIn(node, text);
    const inside = own.length > 0 ? new Set([...hidden, ...own]) : hidden;
    const children = childrenOf(node);
    for (const [i, child] of children.entries()) {
      const there = isOwnName(child, node) ? hidden : inside;
      const as = writtenAs(node, children, i);
      const name = text.slice(child.from, child.to);
      if (as && !there.has(name))
        found.push({name, from: child.from, to: child.to, as, hidden: there});
      visit(child, there);
    }
  };
  visit(root, new Set());
  return found;
}

/** The names that the program `root` declares at its top. */
export function namesAtTop(root: CodeNode, text: string): readonly string[] {
  return [...new Set(collect(root, text, "top"))];
}

/** Those that the cell alone knows: as in Notebook Kit, other cells see what stands at the top. */
function varsInBlocks(root: CodeNode, text: string): readonly string[] {
  const top = new Set(namesAtTop(root, text));
  return collect(root, text, "all").filter((name) => !top.has(name));
}

/** Where the parser could not go on, the first such place. */
export function brokenAt(node: CodeNode): number | undefined {
  if (node.name === "⚠") return node.from;
  for (const child of childrenOf(node)) {
    const found = brokenAt(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Comments stand anywhere and mean nothing here. */
export function childrenOf(node: CodeNode): readonly CodeNode[] {
  const children: CodeNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!child.name.endsWith("Comment")) children.push(child);
  return children;
}

/** Undefined of what is no name of a value or a type: a field, a label, what a module calls it. */
function writtenAs(
  parent: CodeNode,
  siblings: readonly CodeNode[],
  i: number,
): WrittenName["as"] | undefined {
  const before = siblings[i - 1]?.name;
  const isAlone = before === undefined && siblings[i + 1]?.name !== ":";
  switch (siblings[i]!.name) {
    case "TypeName":
      return before === "." ? undefined : "itself";
    case "TypeDefinition":
      return "itself";
    case "VariableName":
      return parent.name === "ImportGroup" ? undefined : "itself";
    case "VariableDefinition":
      if (parent.name === "ImportGroup") return before === "as" ? "itself" : "import";
      return parent.name === "PatternProperty" && isAlone ? "field" : "itself";
    case "PropertyDefinition":
      return parent.name === "Property" && siblings.length === 1 ? "field" : undefined;
    default:
      return undefined;
  }
}

/** What has parameters, and keeps the `var`s inside to itself. */
const functions = new Set([
  ...["FunctionDeclaration", "FunctionExpression", "ArrowFunction", "MethodDeclaration"],
  ...["Property", "StaticBlock", "AmbientFunctionDeclaration"],
  ...["FunctionSignature", "NewSignature", "CallSignature", "MethodType"],
]);
const blocks = new Set([
  ...["Block", "ForStatement", "CatchClause", "SwitchBody", "ClassExpression"],
  ...["ClassDeclaration", "TypeAliasDeclaration", "InterfaceDeclaration"],
]);
/** Those whose own name belongs to what is around them. */
const declarations = new Set([
  ...["FunctionDeclaration", "AmbientFunctionDeclaration", "ClassDeclaration"],
  ...["TypeAliasDeclaration", "InterfaceDeclaration"],
]);
const definitions = new Set(["VariableDefinition", "TypeDefinition"]);

const isOwnName = (child: CodeNode, parent: CodeNode) =>
  declarations.has(parent.name) && definitions.has(child.name);

/** Names that `node` brings for what is inside it. */
function declaredIn(node: CodeNode, text: string): readonly string[] {
  if (!functions.has(node.name) && !blocks.has(node.name)) return [];
  return collect(node, text, functions.has(node.name) ? "all" : "none");
}

/** Names declared right in `scope`, with none of its `var`s, those at its top, or all, also those of the blocks in it. */
function collect(scope: CodeNode, text: string, vars: "none" | "top" | "all"): string[] {
  const found: string[] = [];
  const take = ({from, to}: CodeNode) => found.push(text.slice(from, to));
  const walk = (node: CodeNode, onlyVars: boolean): void => {
    if (definitions.has(node.name)) {
      if (!onlyVars) take(node);
    } else if (declarations.has(node.name)) {
      if (!onlyVars)
        childrenOf(node)
          .filter((child) => isOwnName(child, node))
          .forEach(take);
    } else if (blocks.has(node.name)) {
      if (vars === "all") walkAll(node, true);
    } else if (declaring.has(node.name)) {
      const keyword = childrenOf(node).find(({name}) => keywords.has(name))?.name;
      const isKept = keyword === "var" ? vars !== "none" : keyword !== undefined && !onlyVars;
      if (isKept) walkAll(node, false);
    } else if (!functions.has(node.name) && node.name !== "AssignmentExpression") {
      walkAll(node, onlyVars);
    }
  };
  const walkAll = (node: CodeNode, onlyVars: boolean) => {
    for (const child of childrenOf(node)) if (!isOwnName(child, node)) walk(child, onlyVars);
  };
  walkAll(scope, false);
  return found;
}

/** What declares by a keyword. A loop without one assigns to what is there. */
const declaring = new Set(["VariableDeclaration", "ForInSpec", "ForOfSpec"]);
const keywords = new Set(["let", "const", "var", "using"]);
