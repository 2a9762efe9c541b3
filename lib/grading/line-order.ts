import type {Mutant, WrongAnswer} from "./wrong-answer.js";

/**
 * An answer that is a program whose lines the reader has put in order. It is kept and graded as the program's text, in which three
 * comments mark the lines that move; those that the reader has set aside are comments themselves:
 *
 *   // The lines, in order:
 *   fakes = generate(generator, z);
 *   // Set aside:
 *   // fakes = real;
 *   // End of the lines.
 */
export interface LineOrder {
  /** The program above the lines, with a line break at its end. */
  readonly head: string;
  readonly used: readonly string[];
  readonly aside: readonly string[];
  /** The program below the lines. */
  readonly tail: string;
}

const marks = ["// The lines, in order:", "// Set aside:", "// End of the lines."] as const;

/** The order in `text`, or what is wrong with it. */
export function parseLineOrder(text: string): LineOrder | {readonly problem: string} {
  const rows = text.split("\n");
  const [begin, aside, end] = marks.map((mark) => rows.findIndex((row) => row.trim() === mark));
  const missing = marks.find((mark) => !rows.some((row) => row.trim() === mark));
  if (missing !== undefined) return {problem: `there is no line "${missing}"`};
  if (!(begin! < aside! && aside! < end!)) return {problem: "the three marks are not in order"};
  const below = rows.slice(aside! + 1, end).map((row) => row.trim());
  const stray = below.find((row) => !row.startsWith("// "));
  if (stray !== undefined) return {problem: `a line that is set aside must be a comment: ${stray}`};
  return {
    head: rows.slice(0, begin).map(broken).join(""),
    used: rows.slice(begin! + 1, aside).map((row) => row.trim()),
    aside: below.map((row) => row.slice(3)),
    tail: rows.slice(end! + 1).join("\n"),
  };
}

function broken(row: string): string {
  return `${row}\n`;
}

/** The program's text. */
export function lineOrderText({head, used, aside, tail}: LineOrder): string {
  const [begin, middle, end] = marks;
  const rows = [begin, ...used, middle, ...aside.map((line) => `// ${line}`), end];
  return `${head}${rows.map((row) => `  ${row}\n`).join("")}${tail}`;
}

/** Whether both hold the same lines in the same program, in whatever order. */
export function areSameLines(a: LineOrder, b: LineOrder): boolean {
  const lines = ({used, aside}: LineOrder) => [...used, ...aside].sort().join("\n");
  return a.head === b.head && a.tail === b.tail && lines(a) === lines(b);
}

/** The order with the line at `from` at place `to`. Places count the used lines, then the mark, then those set aside. */
export function withLineMoved(order: LineOrder, from: number, to: number): LineOrder {
  const mark = order.used.length;
  const places: (string | undefined)[] = [...order.used, undefined, ...order.aside];
  if (from === mark || from === to) return order;
  places.splice(to, 0, ...places.splice(from, 1));
  const middle = places.indexOf(undefined);
  const lines = places as string[];
  return {...order, used: lines.slice(0, middle), aside: lines.slice(middle + 1)};
}

/** Makes wrong answers by what has become of the solution's `lines`: each by its number, or another line in its place. */
export function wrongOrders(lines: readonly string[]) {
  return (name: string, expect: string, order: readonly (number | string)[]): WrongAnswer => ({
    name,
    expect,
    ...reordered(lines, order),
  });
}

/** The same for mutants; `isRight` says why one is right. */
export function mutantOrders(lines: readonly string[]) {
  return (name: string, order: readonly (number | string)[], isRight?: string): Mutant => ({
    name,
    ...reordered(lines, order),
    ...(isRight !== undefined && {isRight}),
  });
}

/** The change of a solution with these `lines` that puts others in their place, each a line of its own or the place of one of them. */
function reordered(
  lines: readonly string[],
  order: readonly (number | string)[],
): {readonly replace: readonly [readonly [from: string, to: string]]} {
  const block = (all: readonly string[]) => all.map((line) => `  ${line}\n`).join("");
  const others = order.map((each) => (typeof each === "number" ? lines[each]! : each));
  return {replace: [[block(lines), block(others)]]};
}
