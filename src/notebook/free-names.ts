/**
 * Names that a program uses and does not declare: what a cell needs of other cells. Scopes are those of ECMAScript: functions,
 * blocks, loops, `catch`, classes; `var` belongs to the function around it.
 */
import type {AnyNode, Function as FunctionNode, Node} from "acorn";

export interface FreeNames {
  /** In the order in which they are first used. */
  readonly used: readonly string[];
  /** Those of them that the program assigns to. */
  readonly assigned: readonly string[];
}

type Scopes = readonly ReadonlySet<string>[];

export function freeNames(program: AnyNode): FreeNames {
  const [used, assigned] = [new Set<string>(), new Set<string>()];
  const isFree = (name: string, scopes: Scopes) => !scopes.some((scope) => scope.has(name));
  const visitAll = (nodes: readonly (Node | null)[], scopes: Scopes) => {
    for (const node of nodes) if (node) visit(node as AnyNode, scopes);
  };
  const visitFunction = (node: FunctionNode, scopes: Scopes) => {
    const inner = new Set(node.params.flatMap(namesOfPattern));
    for (const name of declaredIn(node.body as AnyNode, "function")) inner.add(name);
    if (node.type !== "ArrowFunctionExpression") inner.add("arguments");
    if (node.type === "FunctionExpression" && node.id) inner.add(node.id.name);
    visitAll([...node.params, node.body], [...scopes, inner]);
  };
  const visit = (node: AnyNode, scopes: Scopes): void => {
    switch (node.type) {
      case "Identifier":
        if (isFree(node.name, scopes)) used.add(node.name);
        return;
      case "MemberExpression":
        visitAll([node.object, node.computed ? node.property : null], scopes);
        return;
      case "Property":
      case "MethodDefinition":
      case "PropertyDefinition":
        visitAll([node.computed ? node.key : null, node.value ?? null], scopes);
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        visitFunction(node, scopes);
        return;
      case "LabeledStatement":
        visit(node.body, scopes);
        return;
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
      case "ImportDeclaration":
        return;
      case "AssignmentExpression":
      case "UpdateExpression":
      case "ForInStatement":
      case "ForOfStatement": {
        const target = node.type === "UpdateExpression" ? node.argument : node.left;
        for (const name of namesOfPattern(target as AnyNode))
          if (isFree(name, scopes)) assigned.add(name);
      }
    }
    const own = new Set(declaredIn(node, "block"));
    visitAll(childrenOf(node), own.size > 0 ? [...scopes, own] : scopes);
  };
  visit(program, [new Set(declaredIn(program, "function"))]);
  return {used: [...used], assigned: [...assigned]};
}

/** Names declared at the top of a program. A `var` in a loop or a block there is the program's alone, as in Notebook Kit. */
export function topNames(program: AnyNode): readonly string[] {
  const statements = childrenOf(program);
  return [...new Set(statements.flatMap((each) => [...ownVars(each), ...lexical(each)]))];
}

/** Names that `node` brings into its scope: as a function, `var`s down to the next function; as a block, the rest. */
function declaredIn(node: AnyNode, as: "function" | "block"): string[] {
  if (as === "function") return [...variables(node), ...declaredIn(node, "block")];
  switch (node.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
      return node.body.flatMap((each) => lexical(each as AnyNode));
    case "SwitchStatement":
      return node.cases.flatMap(({consequent}) => consequent.flatMap(lexical));
    case "ForStatement":
      return node.init ? lexical(node.init) : [];
    case "ForInStatement":
    case "ForOfStatement":
      return lexical(node.left);
    case "CatchClause":
      return node.param ? namesOfPattern(node.param) : [];
    case "ClassExpression":
      return node.id ? [node.id.name] : [];
    default:
      return [];
  }
}

function lexical(node: AnyNode): string[] {
  if (node.type === "VariableDeclaration" && node.kind !== "var")
    return node.declarations.flatMap(({id}) => namesOfPattern(id));
  if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration")
    return node.id ? [node.id.name] : [];
  if (node.type === "ImportDeclaration") return node.specifiers.map(({local}) => local.name);
  return [];
}

function variables(node: AnyNode): string[] {
  if (/Function|^Class/.test(node.type) && node.type !== "ClassBody") return [];
  return [...ownVars(node), ...childrenOf(node).flatMap((child) => variables(child))];
}

function ownVars(node: AnyNode): string[] {
  return node.type === "VariableDeclaration" && node.kind === "var"
    ? node.declarations.flatMap(({id}) => namesOfPattern(id))
    : [];
}

/** Names that a pattern binds, or that an assignment to it changes. */
function namesOfPattern(node: AnyNode): string[] {
  switch (node.type) {
    case "Identifier":
      return [node.name];
    case "ObjectPattern":
      return node.properties.flatMap((each) =>
        namesOfPattern(each.type === "Property" ? each.value : each.argument),
      );
    case "ArrayPattern":
      return node.elements.flatMap((each) => (each ? namesOfPattern(each) : []));
    case "AssignmentPattern":
      return namesOfPattern(node.left);
    case "RestElement":
      return namesOfPattern(node.argument);
    default:
      return [];
  }
}

/** The nodes right below `node`, in their order. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const isNode = (value: unknown): value is AnyNode =>
    typeof (value as {type?: unknown} | null)?.type === "string";
  return Object.values(node).flat().filter(isNode);
}
