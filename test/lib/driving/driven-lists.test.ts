import {expect, it} from "vitest";
import {drivenLists} from "../../../lib/driving/driven-lists.js";
import {faultOf, trusted} from "./sandboxed.js";

const lists = [Float32Array.of(1, 2, 4), Float32Array.of(0, 0, 8)];

it("gives the list of each, with whatever else it takes", async () => {
  const fn = await trusted(
    "export const f = (r: number[], gamma: number) => r.map((v) => v * gamma);",
  );
  expect(await drivenLists(fn)(lists, 0.5)).toEqual([
    [0.5, 1, 2],
    [0, 0, 4],
  ]);
});

it.each([
  [
    "one too few",
    "r.slice(1)",
    "f returned [2, 4] for a list of 3 (expected: a list of 3 numbers).",
  ],
  [
    "a hole",
    "[1, , 3]",
    "f returned undefined for a list of 3, at index 1 (expected: finite numbers).",
  ],
  [
    "a text",
    "[1, '2', 3]",
    'f returned "2" for a list of 3, at index 1 (expected: finite numbers).',
  ],
  ["a number", "7", "f returned 7 for a list of 3 (expected: a list of 3 numbers)."],
])("refuses %s", async (_, body, said) => {
  const fn = await trusted(`export const f = (r: any): any => ${body};`);
  expect(await faultOf(drivenLists(fn)(lists))).toBe(`DrivenFault: ${said}`);
});
