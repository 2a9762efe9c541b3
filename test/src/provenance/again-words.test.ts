import {expect, test} from "vitest";
import {comparePixels} from "../../../lib/provenance/pixel-comparison.js";
import {type AgainFacts, againOutcome} from "../../../src/provenance/again-words.js";

const picture = (width: number, values: Readonly<Record<number, number>> = {}) => {
  const data = new Uint8Array(4 * width * width).fill(255);
  for (const [at, value] of Object.entries(values)) data[Number(at)] = value;
  return {width, height: width, data};
};
const told = {step: 400, backend: "wasm", given: []};
const plain = {told, unnamed: [], isOfWindow: false};
const outcome = (made: ReturnType<typeof picture>, facts: Partial<AgainFacts> = {}) =>
  againOutcome({...plain, comparison: comparePixels(picture(20), made), ...facts});

test("the same pixels: the recipe holds, whatever might have excused a difference", () => {
  const facts = {told: {...told, backend: "webgl"}, unnamed: ["width"], isOfWindow: true};
  expect(outcome(picture(20), facts)).toEqual({
    ...{verdict: "same", title: "The recipe holds", reasons: []},
    words:
      "The run was made again here: 400 steps on WebAssembly. All 400 pixels are the same, to the last bit.",
  });
});

test("one pixel on WebAssembly: the recipe does not lead here, and somebody changed the picture", () => {
  const {verdict, words, reasons} = outcome(picture(20, {84: 250}));
  expect(verdict).toBe("different");
  expect(words).toContain(
    "1 of 400 pixels differs, by up to 5 of 255 levels, all within 1 by 1 pixels.",
  );
  expect(reasons[0]).toMatch(/^So few pixels: most likely somebody has changed the picture/);
});

test("many pixels: another run", () => {
  const many = Object.fromEntries(Array.from({length: 200}, (_, i) => [4 * i, 0]));
  const {verdict, reasons} = outcome(picture(20, many));
  expect([verdict, reasons[0]]).toEqual(["different", expect.stringMatching(/^So many pixels/)]);
});

test.each<[what: string, facts: Partial<AgainFacts>, reason: RegExp]>([
  ["another back end", {told: {...told, backend: "webgpu"}}, /names webgpu\. A graphics card/],
  [
    "points of the reader’s",
    {told: {...told, given: ["points"]}},
    /was given points by its reader/,
  ],
  ["a recipe with a gap", {unnamed: ["width", "beta"]}, /does not name width, beta\. It comes/],
  ["a picture of the window’s size", {isOfWindow: true}, /as large as its window/],
])("a difference proves nothing with %s", (_, facts, reason) => {
  const {verdict, title, reasons} = outcome(picture(20, {0: 0}), facts);
  expect([verdict, title]).toEqual(["open", "Not the same, which proves nothing"]);
  expect(reasons[0]).toMatch(reason);
  expect(reasons.join()).not.toMatch(/most likely/);
});

test("pictures of two sizes are told by them", () => {
  const {verdict, words, reasons} = outcome(picture(10));
  expect([verdict, reasons[0]]).toEqual(["different", expect.stringMatching(/^Of another size/)]);
  expect(words).toMatch(
    /has 20 by 20 pixels, the one made here 10 by 10\. They cannot be compared\.$/,
  );
});
