import {expect, test} from "vitest";
import {DrivenFault} from "../../../lib/driving/driven-fault.js";
import {drivenMix} from "../../../lib/driving/driven-mix.js";
import type {Arguments} from "../../../lib/driving/reader-function.js";

const mixing = {
  clean: Float32Array.of(1, 2),
  noise: Float32Array.of(0.5, -1),
  ...{signal: 0.75, strength: 0.25, spread: 0.125},
  fresh: Float32Array.of(3, 4),
};

function functionThatReturns(value: unknown, asked: Arguments[] = []) {
  return {
    part: "ddimStep",
    async call(lists: readonly Arguments[]) {
      asked.push(...lists);
      return [value];
    },
    close() {},
  };
}

test("asks once for all points, with the numbers in the order of the exercise", async () => {
  const asked: Arguments[] = [];
  const mixed = await drivenMix(functionThatReturns([5, 6], asked))(mixing);
  expect(mixed).toEqual(Float32Array.of(5, 6));
  expect(asked).toEqual([[[1, 2], [0.5, -1], 0.75, 0.25, 0.125, [3, 4]]]);
});

test.each([[[1]], [[1, Number.NaN]], ["text"], [undefined]])("%j is refused", async (value) => {
  await expect(drivenMix(functionThatReturns(value))(mixing)).rejects.toThrow(DrivenFault);
});
