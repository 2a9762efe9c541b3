/**
 * A cell of code as a function of other cells' names: its types are stripped, its imports become calls, and what it declares at the top
 * is what it gives. Lines stay where they are, so that an error's line is the reader's. Compiler and parser are packages, so
 * they are handed in.
 */
import type {AnyNode, Expression, ImportDeclaration, Options, Program} from "acorn";
import {childrenOf, freeNames, topNames} from "./free-names.js";

export interface Parsers {
  /** TypeScript without its types. */
  readonly strip: (code: string) => string;
  readonly parse: (code: string, options: Options) => Program;
  readonly parseExpressionAt: (code: string, index: number, options: Options) => Expression;
}

export interface CellCode {
  /** Names it defines for other cells. */
  readonly defines: readonly string[];
  /** Names it uses and does not define. */
  readonly uses: readonly string[];
  /** Statements of an async function of `uses`. It returns the value of a cell that is an expression, or else its names. */
  readonly body: string;
}

/** What stands for `import` in a cell. */
export const importer = "__imported";

const options: Options = {
  ecmaVersion: "latest",
  sourceType: "module",
  allowAwaitOutsideFunction: true,
  locations: true,
};

/** Throws a SyntaxError that names the line. */
export function cellCode(code: string, parsers: Parsers): CellCode {
  const {plain, program} = objectIn(code, parsers) ?? programIn(code, parsers);
  const {used, assigned} = freeNames(program);
  const defines = topNames(program);
  refuseExports(program);
  refuseAssignments(program, assigned);
  const edits = importEdits(plain, program);
  const [only] = program.body;
  const isExpression = program.body.length === 1 && only!.type === "ExpressionStatement";
  // As in Notebook Kit, a semicolon makes a statement of it, which has no value.
  if (isExpression && plain[only!.end - 1] !== ";")
    return {defines, uses: used, body: expressionBody(plain, only!, edits)};
  const end = defines.length > 0 ? `\nreturn {${defines.join(", ")}};` : "";
  const body = edited(plain, edits) + end;
  return {defines, uses: used, body};
}

interface Read {
  /** Without types. */
  readonly plain: string;
  readonly program: Program;
}

function programIn(code: string, {strip, parse}: Parsers): Read {
  const plain = strip(code);
  return {plain, program: parse(plain, options)};
}

/** As in Notebook Kit, `{a, b}` alone is an object and no block. */
function objectIn(code: string, parsers: Parsers): Read | undefined {
  if (!/^\s*\{/.test(code)) return undefined;
  try {
    const read = programIn(`(${code}\n)`, parsers);
    return read.program.body.length === 1 ? read : undefined;
  } catch {
    return undefined;
  }
}

/** A cell of text: its `${…}` are expressions, the rest is as it stands. With a backslash, `\${` or `$\{`, they are text. */
export function textCode(text: string, {strip, parse, parseExpressionAt}: Parsers): CellCode {
  const [parts, values]: [string[], string[]] = [[], []];
  let from = 0;
  for (let at = valueFrom(text, 0); at >= 0; at = valueFrom(text, from)) {
    const end = closing(text, at + 2, parseExpressionAt);
    parts.push(literal(text.slice(from, at)));
    values.push(text.slice(at + 2, end));
    from = end + 1;
  }
  parts.push(literal(text.slice(from)));
  const list = `[${values.map((value) => `(${value}\n)`).join(", ")}]`;
  const {uses} = cellCode(list, {strip, parse, parseExpressionAt});
  return {defines: [], uses, body: `return [${JSON.stringify(parts)}, ${list}];`};
}

/** Where the next `${` is that no backslash makes text; -1 if there is none. */
function valueFrom(text: string, from: number): number {
  const found = /(?<!\\)(?:\\\\)*\$\{/g;
  found.lastIndex = from;
  return found.exec(text) ? found.lastIndex - 2 : -1;
}

const literal = (text: string) => text.replaceAll(/\\(\$\{)|\$\\\{/g, "${");

/** Where the expression that begins at `from` is closed. */
function closing(text: string, from: number, parseAt: Parsers["parseExpressionAt"]): number {
  const {end} = parseAt(text, from, options);
  const found = /^\s*\}/.exec(text.slice(end));
  if (!found) throw new SyntaxError(`a } is missing after \${${text.slice(from, end)}`);
  return end + found[0].length - 1;
}

/** Of the statement, not of its expression, which is without the brackets around it. */
function expressionBody(code: string, {start, end}: AnyNode, edits: readonly Edit[]): string {
  const before = {start, end: start, text: "return ("};
  const after = {start: end, end: code.length, text: "\n);"};
  return edited(code, [...edits, before, after]);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The code with edits that do not overlap; of two at one place the one that is later in the list comes first in the text. */
function edited(code: string, edits: readonly Edit[]): string {
  let text = code;
  for (const {start, end, text: put} of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, start) + put + text.slice(end);
  return text;
}

/** What becomes of imports, those at the top and those in the midst. */
function importEdits(code: string, program: Program): Edit[] {
  const inside = (node: AnyNode): Edit[] => [
    ...(node.type === "ImportExpression"
      ? [{start: node.start, end: node.start + "import".length, text: importer}]
      : []),
    ...childrenOf(node).flatMap(inside),
  ];
  const atTop = program.body
    .filter((node) => node.type === "ImportDeclaration")
    .map((node) => ({start: node.start, end: node.end, text: importCall(code, node)}));
  return [...atTop, ...inside(program)];
}

/** `import {a as b} from "x"` as `const {a: b} = await …("x", ["a"]);`, over as many lines. */
function importCall(code: string, {source, specifiers, start, end}: ImportDeclaration): string {
  const named = specifiers.flatMap((each) => {
    if (each.type === "ImportNamespaceSpecifier") return [];
    const name = each.type === "ImportSpecifier" ? nameOf(each.imported) : '"default"';
    return [{name, local: each.local.name}];
  });
  const whole = specifiers.find(({type}) => type === "ImportNamespaceSpecifier");
  const names = whole ? "" : `, [${named.map(({name}) => name).join(", ")}]`;
  const call = `await ${importer}(${source.raw}${names})`;
  const fields = `{${named.map(({name, local}) => `${name}: ${local}`).join(", ")}}`;
  const declared = whole
    ? `const ${whole.local.name} = ${call}${named.length > 0 ? `, ${fields} = ${whole.local.name}` : ""};`
    : `const ${fields} = ${call};`;
  return declared + "\n".repeat(code.slice(start, end).split("\n").length - 1);
}

function nameOf(node: {readonly type: string; readonly name?: string; readonly value?: unknown}) {
  return JSON.stringify(node.type === "Identifier" ? node.name : node.value);
}

function refuseExports({body}: Program): void {
  const found = body.find(({type}) => type.startsWith("Export"));
  if (found)
    throw new SyntaxError(
      `a cell exports nothing: all cells know its names. Take \`export\` away. (${found.loc!.start.line}:1)`,
    );
}

function refuseAssignments(program: Program, assigned: readonly string[]): void {
  const [name] = assigned;
  if (name === undefined) return;
  const line = lineOf(program, name);
  throw new SyntaxError(
    `${name} is not declared in this cell, so it cannot be changed here: write \`let ${name}\`, or change it in the cell that defines it. (${line}:1)`,
  );
}

function lineOf(node: AnyNode, name: string): number {
  if (node.type === "Identifier" && node.name === name) return node.loc!.start.line;
  for (const child of childrenOf(node)) {
    const line = lineOf(child, name);
    if (line > 0) return line;
  }
  return 0;
}
