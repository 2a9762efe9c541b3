import {beforeAll, expect, test} from "vitest";
import {codeNetworks} from "../../../lib/models/code-networks.js";
import {Codebook} from "../../../lib/models/codebook.js";
import {codeVectors, labelledSequence, redrawn} from "../../../lib/models/token-code.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

test("a sequence begins with the class, and then has the tokens in order", async () => {
  const tokens = tf.oneHot(
    tf.tensor1d(
      [...Array(49).keys()].map((i) => i % 3),
      "int32",
    ),
    4,
  );
  const sequence = labelledSequence(tokens, tf.tensor1d([2]));
  expect(sequence.shape).toEqual([1, 50, 1, 4]);
  const tops = await tf.argMax(tf.reshape(sequence, [50, 4]), 1).data();
  expect([...tops].slice(0, 5)).toEqual([2, 0, 1, 2, 0]);
});

test("the loss is what a picture drawn of its tokens lacks, and the weighed commitment", async () => {
  const random = new Random(3);
  const networks = codeNetworks(2, 4, random);
  const codebook = new Codebook({entries: 5, codeSize: 4, revives: false});
  const x = tf.tensor4d(random.normals(2 * 784), [2, 28, 28, 1]);
  const code = {...networks, codebook};
  codebook.begin((await codeVectors(code, x).data()) as Float32Array, random);
  const parts = async (weight: number) => {
    const {loss, reconstruction, commitment, vectors} = redrawn(code, x, weight);
    expect(vectors.shape).toEqual([98, 4]);
    return Promise.all(
      [loss, reconstruction, commitment].map(async (each) => (await each.data())[0]!),
    );
  };
  const [loss, reconstruction, commitment] = await parts(0.5);
  expect(commitment).toBeGreaterThan(0);
  expect(loss).toBeCloseTo(reconstruction! + 0.5 * commitment!, 2);
  expect((await parts(0))[0]).toBeCloseTo(reconstruction!, 3);
});
