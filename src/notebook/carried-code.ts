/**
 * A function of a notebook with all that it needs of the cells, as one program that stands alone. Where it is to run there are no modules, no
 * inputs and no time to wait: who needs those is told so. Imports, and what only shows something, stay behind.
 */
import type {Cell} from "./notebook.js";
import {ofNotebook, type ReadCode} from "./rename-name.js";
import {brokenAt, type CodeNode, childrenOf, namesAtTop, writtenNames} from "./written-names.js";

/** A cell of code, as it would be carried. */
interface Carried {
  readonly number: number;
  readonly text: string;
  readonly defines: readonly string[];
  readonly imports: readonly string[];
  readonly uses: readonly string[];
  readonly takesTime: boolean;
  /** The line from which on it cannot be read. */
  readonly brokenLine: number | undefined;
}

/** The program that exports `name`, or undefined where no cell defines it. Throws a RangeError that says what cannot be carried. */
export function carriedCode(
  cells: readonly Cell[],
  name: string,
  read: ReadCode,
): string | undefined {
  const all = cells.flatMap(({kind, text}, i) =>
    kind === "code" ? [carriedOf(text, i + 1, read)] : [],
  );
  const owner = ownerOf(name, all);
  if (!owner) {
    const broken = all.find(
      ({brokenLine, text}) => brokenLine !== undefined && text.includes(name),
    );
    if (broken) refuseBroken(broken);
    return undefined;
  }
  const order: Carried[] = [];
  carry(owner, all, order, []);
  const texts = order.map(({number, text}) => `// cell ${number}\n${text.trim()}\n`);
  return [...texts, `export {${name}};\n`].join("\n");
}

/** Puts `cell` in `order`, behind all that it needs. */
function carry(
  cell: Carried,
  all: readonly Carried[],
  order: Carried[],
  users: readonly Carried[],
): void {
  if (order.includes(cell)) return;
  if (users.includes(cell))
    throw new RangeError(
      `cells ${numbersOf(users.slice(users.indexOf(cell)))} wait for each other: take a name out of one of them`,
    );
  refuseBroken(cell);
  if (cell.takesTime)
    throw new RangeError(
      `cell ${cell.number} waits for something or yields (async, await, a generator). ${alone}: write what is needed of it as plain code`,
    );
  for (const name of cell.uses) {
    const owner = ownerOf(name, all);
    if (owner?.imports.includes(name))
      throw new RangeError(
        `cell ${cell.number} needs ${name}, which cell ${owner.number} imports. ${alone}: write it in plain numbers and lists`,
      );
    if (owner) {
      if (owner !== cell) carry(owner, all, order, [...users, cell]);
    } else if (ofNotebook.includes(name))
      throw new RangeError(
        `cell ${cell.number} needs ${name}, which only a notebook has. ${alone}: write a plain value in its place`,
      );
  }
  order.push(cell);
}

const alone = "In the experiment your code runs alone, with numbers going in and out";

function ownerOf(name: string, all: readonly Carried[]): Carried | undefined {
  const owners = all.filter((cell) => [...cell.defines, ...cell.imports].includes(name));
  if (owners.length > 1)
    throw new RangeError(`${name} is defined in cells ${numbersOf(owners)}: rename all but one`);
  return owners[0];
}

function refuseBroken({number, brokenLine}: Carried): void {
  if (brokenLine !== undefined)
    throw new RangeError(`cell ${number} cannot be read from line ${brokenLine} on: mend it first`);
}

function numbersOf(cells: readonly Carried[]): string {
  const numbers = cells.map(({number}) => number).toSorted((a, b) => a - b);
  return `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

function carriedOf(code: string, number: number, read: ReadCode): Carried {
  const broken = brokenAt(read(code));
  const statements = childrenOf(read(code));
  const imports = statements.filter(({name}) => name === "ImportDeclaration");
  const left = [...imports, ...statements.filter((each) => onlyShows(each, code))];
  const text = without(code, left);
  const root = read(text);
  return {
    number,
    text,
    defines: namesAtTop(root, text),
    imports: imports.flatMap(({from, to}) => {
      const alone = code.slice(from, to);
      return namesAtTop(read(alone), alone);
    }),
    uses: [...new Set(writtenNames(root, text).map(({name}) => name))],
    takesTime: takesTime(root),
    brokenLine: broken === undefined ? undefined : code.slice(0, broken).split("\n").length,
  };
}

/** `display(…)`, alone. */
function onlyShows(statement: CodeNode, code: string): boolean {
  const call = statement.name === "ExpressionStatement" ? statement.firstChild : null;
  const called = call?.name === "CallExpression" ? call.firstChild : null;
  return called !== null && code.slice(called.from, called.to) === "display";
}

function without(code: string, left: readonly CodeNode[]): string {
  let text = code;
  for (const {from, to} of left.toSorted((a, b) => b.from - a.from))
    text = text.slice(0, from) + text.slice(to);
  return text;
}

/** The marks of what gives its value later, or more than one. */
const slow = new Set(["async", "await", "yield", "Star", "DynamicImport"]);

function takesTime(node: CodeNode): boolean {
  return slow.has(node.name) || childrenOf(node).some(takesTime);
}
