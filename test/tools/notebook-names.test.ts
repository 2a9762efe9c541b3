import {describe, expect, test} from "vitest";
import {declaredFunctions} from "../../tools/declared-functions.mjs";
import {notebookNames} from "../../tools/notebook-names.mjs";

describe("functions that a file declares", () => {
  test("have their parameters, their result and the first sentence about them", () => {
    const text = `
/** Adds. And more
 * than that. */
export function add(a: number, b = 1): number { function inner(x) {} return a + b; }
function plain(
  {a, b}: {a: number; b: number},
) {}
/**
 * Of a class.
 *
 * More.
 */
export declare function told<T>(x: T): T[];
export class Box {
  /** Opens it: at once. */
  static open(how: "wide" | "little"): void {}
}
export const Group = {/** One. */ one(x: number): string { return ""; }, two: 3};
`;
    expect(declaredFunctions(text)).toEqual([
      {
        owner: undefined,
        name: "add",
        detail: "(a: number, b = 1): number",
        info: "Adds.",
        isStatic: false,
      },
      {
        owner: undefined,
        name: "plain",
        detail: "({a, b}: {a: number; b: number})",
        info: undefined,
        isStatic: false,
      },
      {owner: undefined, name: "told", detail: "(x: T): T[]", info: "Of a class.", isStatic: false},
      {
        owner: "Box",
        name: "open",
        detail: '(how: "wide" | "little"): void',
        info: "Opens it: at once.",
        isStatic: true,
      },
      {owner: "Group", name: "one", detail: "(x: number): string", info: "One.", isStatic: false},
    ]);
  });
});

describe("names that a notebook's editor offers", () => {
  const names = new Map(notebookNames().map((each) => [each.name, each]));

  test.for([
    ["random.normals", "(count: number): Float32Array", /^`count` standard normal numbers/],
    ["Random", "(seed: number)", /^A stream for `seed`/],
    ["tf.matMul", /^\(a: Tensor \| TensorLike, b: .*\): T$/, /^Computes the dot product/],
    ["tf.tidy", /^\(nameOrFn/, /^Executes the provided function/],
    ["Inputs.range", /^\(\[min, max\]/, /^A slider for a number/],
    ["curves", /^\(series: unknown/, /^Curves by name/],
  ] as const)("have the types and words of the declarations: %s", ([name, detail, info]) => {
    const found = names.get(name)!;
    expect(found.detail).toMatch(detail);
    if (info) expect(found.info).toMatch(info);
  });
});
