import {describe, expect, it} from "vitest";
import {mistakesOf, mistakesTitle, type TestArrays} from "./mistakes.js";

const names = ["cat", "dog", "owl"];
/** Ten mistakes, of which four were sent. */
const arrays: TestArrays = {
  confusion: {data: Uint32Array.of(5, 4, 1, 3, 7, 0, 2, 0, 8), shape: [3, 3]},
  mistakes: {
    data: Uint8Array.from({length: 4 * 784}, (_, p) => Math.floor(p / 784)),
    shape: [4, 28, 28, 1],
  },
  truths: {data: Uint8Array.of(0, 1, 0, 0), shape: [4]},
  predictions: {data: Uint8Array.of(1, 0, 2, 1), shape: [4]},
  confidences: {data: Float32Array.of(0.9, 0.8, 0.75, 0.5), shape: [4]},
};
const title = (cell?: {truth: number; predicted: number}) =>
  mistakesTitle(arrays, mistakesOf(arrays, cell).truths.length, 3, names, cell);

describe("mistakes", () => {
  it("are all that were sent, or those of a cell with their own pictures", () => {
    expect([...mistakesOf(arrays).confidences]).toEqual([...arrays.confidences.data]);
    const chosen = mistakesOf(arrays, {truth: 0, predicted: 1});
    expect(chosen.images.shape).toEqual([2, 28, 28, 1]);
    expect([chosen.images.data[0], chosen.images.data[784]]).toEqual([0, 3]);
    expect([...chosen.confidences].map((c) => Math.round(100 * c))).toEqual([90, 50]);
  });

  it("say how many of how many are shown", () => {
    expect(title()).toBe("Mistakes: the surest 3 of 10.");
    expect(title({truth: 0, predicted: 1})).toBe("cat taken for dog: the surest 2 of 4.");
    expect(title({truth: 0, predicted: 2})).toBe("cat taken for owl: the only one.");
    expect(title({truth: 2, predicted: 0})).toBe(
      "owl taken for cat: none of 2 is among the surest 4.",
    );
    expect(title({truth: 1, predicted: 2})).toBe("dog taken for owl: never.");
    expect(title({truth: 1, predicted: 1})).toBe("dog recognised: only mistakes are shown here.");
  });

  it("say when there are none", () => {
    const confusion = {data: Uint32Array.of(9, 0, 0, 0, 9, 0, 0, 0, 9), shape: [3, 3]};
    expect(mistakesTitle({...arrays, confusion}, 0, 3, names)).toBe("No mistakes.");
  });
});
