import {expect, test} from "vitest";
import {classifierNetwork, namedWeights} from "../../../lib/models/classifier.js";
import {firstWeights} from "../../../lib/models/first-weights.js";
import {initialise} from "../../../lib/models/initial-weights.js";
import {Random} from "../../../lib/random.js";
import {startWasm} from "../../wasm.js";
import {weights} from "./saliency-reference.js";

await startWasm();

test("are those of the engine's network before its first step, to the bit", async () => {
  const network = classifierNetwork();
  initialise(network, new Random(1).fork("weights"), "he");
  const expected = await namedWeights(network);
  network.dispose();
  const first = firstWeights(weights, new Random(1).fork("weights"));
  expect(Object.keys(first)).toEqual(Object.keys(expected));
  for (const [name, {data, shape}] of Object.entries(expected)) {
    expect(first[name]!.shape, name).toEqual(shape);
    expect(first[name]!.data, name).toEqual(data);
  }
});
