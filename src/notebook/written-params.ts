/** The params that a notebook's cells write down: `const params = {…}`, whose values are plain, or names of such, as `steps` is. */

import type {ParamValue} from "../lib/params.js";
import {shownName} from "../lib/shown-value.js";
import type {Cell} from "./notebook.js";
import type {ReadCode} from "./rename-name.js";
import {type CodeNode, childrenOf} from "./written-names.js";

/** What a name is declared to be. */
interface Declared {
  readonly node: CodeNode;
  readonly code: string;
  readonly number: number;
}

/** None where no cell defines `params`. Throws a RangeError where one of them is computed. */
export function writtenParams(
  cells: readonly Cell[],
  read: ReadCode,
): Readonly<Record<string, ParamValue>> {
  const declared = new Map<string, Declared>();
  for (const [i, {kind, text}] of cells.entries())
    if (kind === "code")
      for (const [name, node] of declaredIn(read(text), text))
        declared.set(name, {node, code: text, number: i + 1});
  const params = declared.get("params");
  if (!params) return {};
  const {node, code, number} = params;
  if (node.name !== "ObjectExpression") throw computed("params", number);
  const fields = childrenOf(node).filter(({name}) => name === "Property");
  return Object.fromEntries(
    fields.map((field) => {
      const [key, , value] = childrenOf(field);
      const isPlain = key?.name === "PropertyDefinition";
      if (!isPlain) throw computed(code.slice(field.from, field.to), number);
      const name = code.slice(key.from, key.to);
      return [
        name,
        paramOf(name, value ? {node: value, code, number} : declared.get(name), declared),
      ];
    }),
  );
}

/** `const name = value`, at the top of a cell. */
function* declaredIn(root: CodeNode, code: string): Generator<readonly [string, CodeNode]> {
  for (const statement of childrenOf(root)) {
    if (statement.name !== "VariableDeclaration") continue;
    const parts = childrenOf(statement);
    for (const [i, part] of parts.entries()) {
      if (part.name !== "VariableDefinition") continue;
      const end = parts.findIndex(({name}, at) => at > i && (name === "Equals" || name === ","));
      const value = parts[end]?.name === "Equals" ? parts[end + 1] : undefined;
      if (value) yield [code.slice(part.from, part.to), value];
    }
  }
}

function paramOf(
  name: string,
  found: Declared | undefined,
  declared: ReadonlyMap<string, Declared>,
  isNamed = false,
): ParamValue {
  const text = found ? found.code.slice(found.node.from, found.node.to) : "";
  if (found?.node.name === "VariableName" && !isNamed)
    return paramOf(name, declared.get(text), declared, true);
  const value = found && plainValue(found.node.name, text);
  if (value === undefined) throw computed(name, found?.number);
  return value;
}

function plainValue(kind: string, text: string): ParamValue | undefined {
  if (kind === "BooleanLiteral") return text === "true";
  if (kind === "String") return stringOf(text);
  const number = /^[-+]?\s*[\d.][\w.]*(?:[-+]\d+)?$/.test(text)
    ? Number(text.replaceAll(/[\s_]/g, ""))
    : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}

/** With the escapes that JSON has. */
function stringOf(text: string): string | undefined {
  try {
    const inner = text.slice(1, -1);
    const isSingle = text.startsWith("'");
    return JSON.parse(isSingle ? `"${inner.replaceAll("\\'", "'").replaceAll('"', '\\"')}"` : text);
  } catch {
    return undefined;
  }
}

function computed(name: string, number: number | undefined): RangeError {
  const place = number === undefined ? "in params" : `in cell ${number}`;
  return new RangeError(
    `${shownName(name)} is computed ${place}, and no link can hold that: write a number, a text, true or false`,
  );
}
