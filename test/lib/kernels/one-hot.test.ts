import {beforeAll, expect, test} from "vitest";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectLikeCpu, valuesOn} from "./checks.js";

beforeAll(startWasm);

const indices = () => tf.tensor([2, 0, -1, 3, 1, 5], [2, 3], "int32");

test("one-hot vectors of floats are those of cpu, places outside included", async () => {
  await expectLikeCpu(() => tf.oneHot(indices(), 4, 1, 0, "float32"));
  await expectLikeCpu(() => tf.oneHot(indices(), 4, 0.9, 0.1, "float32"));
  await expectLikeCpu(() => tf.oneHot(indices(), 4));
});

test("a one is one", async () => {
  const [values] = await valuesOn("wasm", () => tf.oneHot(indices(), 4, 1, 0, "float32"));
  expect([...values!.slice(0, 4)]).toEqual([0, 0, 1, 0]);
});
