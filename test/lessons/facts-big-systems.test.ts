import {expect, test} from "vitest";
import {uNet} from "../../lib/models/flow/unet.js";
import {Random} from "../../lib/random.js";
import {bigSystems, countText, courseSystem} from "../../src/experiment/big-systems.js";
import {diffusionDigits} from "../../src/experiments/diffusion-digits/experiment.js";
import {startWasm} from "../wasm.js";

test("the course's own network has so many weights", async () => {
  await startWasm();
  const {baseWidth} = diffusionDigits.params;
  const shape = {side: 14, channels: 1, width: baseWidth.default, blocks: 2, timeSize: 32};
  const network = uNet({...shape, classes: 10}, new Random(1));
  const learned = network.trainableWeights.reduce(
    (sum, {shape}) => sum + shape.reduce<number>((a, b) => a * b!, 1),
    0,
  );
  expect(bigSystems.find(({name}) => name === courseSystem)!.weights).toBe(learned);
  network.dispose();
});

test.each([
  [76_641, "76,641"],
  [554e6, "554 million"],
  [1.28e6, "1.28 million"],
  [2.6e9, "2.6 billion"],
])("%d in words", (count, words) => {
  expect(countText(count)).toBe(words);
});
