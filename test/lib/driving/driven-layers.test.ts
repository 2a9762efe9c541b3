import {expect, test} from "vitest";
import {DrivenFault} from "../../../lib/driving/driven-fault.js";
import {drivenLayers} from "../../../lib/driving/driven-layers.js";
import type {Arguments} from "../../../lib/driving/reader-function.js";

const layer = (width: unknown, activation: unknown) => ({width, activation});

function functionThatReturns(value: unknown, asked: Arguments[] = []) {
  return {
    part: "layers",
    async call(lists: readonly Arguments[]) {
      asked.push(...lists);
      return [value];
    },
    close() {},
  };
}

test("asks once, without arguments, and takes what a layer has", async () => {
  const asked: Arguments[] = [];
  const listed = [layer(1, "none"), {...layer(256, "relu"), more: 3}];
  const layers = await drivenLayers(functionThatReturns(listed, asked))();
  expect(layers).toEqual([layer(1, "none"), layer(256, "relu")]);
  expect(asked).toEqual([[]]);
  expect(await drivenLayers(functionThatReturns([]))()).toEqual([]);
});

test.each([
  [3, "layers returned 3 (expected: a list of at most 6 layers)."],
  [undefined, /^layers returned undefined \(/],
  [{length: 2}, /a list of at most 6 layers/],
  [new Array(7).fill(layer(1, "none")), /a list of at most 6 layers/],
  [
    [layer(4, "leaky"), layer(0, "leaky")],
    /^layers returned as layer 2 .+ \(expected: a width, a whole number from 1 to 256, and an activation, one of leaky, relu, none\)\.$/,
  ],
  [[layer(257, "leaky")], /as layer 1/],
  [[layer(2.5, "leaky")], /as layer 1/],
  [[layer("4", "leaky")], /as layer 1/],
  [[layer(4, "tanh")], /as layer 1/],
  [[layer(4, "toString")], /as layer 1/],
  [[null], /as layer 1 null/],
])("%j is refused", async (value, said) => {
  const asking = drivenLayers(functionThatReturns(value))();
  await expect(asking).rejects.toThrow(DrivenFault);
  await expect(asking).rejects.toThrow(said);
});
