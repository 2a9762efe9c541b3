import {beforeAll, expect, test} from "vitest";
import {pathNamed} from "../../../../lib/models/flow/path.js";
import {conversion, convert, type PredictionKind} from "../../../../lib/models/flow/predictions.js";
import {trainingPair} from "../../../../lib/models/flow/targets.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";
import {expectClose} from "./close.js";

beforeAll(startWasm);

const pictures = [0.4, -0.2, 1, 0.6, -1, 0.1];
const noises = [1.3, -0.7, 0.2, -2.1, 0.8, 0.4];

/** Of three rows, each at its own time. */
async function pairOf(
  name: string,
  kind: PredictionKind,
  times: readonly number[],
  shape = [3, 2],
) {
  const {x, target} = tf.tidy(() => ({
    ...trainingPair(
      {x1: tf.tensor(pictures, shape), x0: tf.tensor(noises, shape)},
      times,
      pathNamed(name),
      kind,
    ),
  }));
  return {x: await x.data<"float32">(), target: await target.data<"float32">(), shape: x.shape};
}

test("on a straight path a point lies between both ends, and the velocity is what is between them", async () => {
  const times = [0, 0.25, 1];
  const {x, target} = await pairOf("straight", "velocity", times);
  const expected = pictures.map((x1, i) => {
    const t = times[i >> 1]!;
    return t * x1 + (1 - t) * noises[i]!;
  });
  expectClose(x, expected);
  expectClose(
    target,
    pictures.map((x1, i) => x1 - noises[i]!),
  );
});

test.each(["straight", "cosine", "ddpm"])(
  "on %s every target tells the same picture",
  async (name) => {
    const times = [0.2, 0.5, 0.9];
    for (const kind of ["velocity", "noise", "clean"] as const) {
      const {x, target} = await pairOf(name, kind, times);
      for (const [row, t] of times.entries()) {
        const rows = [x, target].map((each) => each.slice(2 * row, 2 * row + 2));
        const clean = convert(rows[0]!, rows[1]!, conversion(kind, "clean", pathNamed(name), t));
        expectClose(clean, pictures.slice(2 * row, 2 * row + 2), `${kind} at ${t}`);
      }
    }
  },
);

test("pictures keep their shape", async () => {
  const {x, shape} = await pairOf("cosine", "noise", [0.1, 0.5, 0.7], [3, 1, 2, 1]);
  expect(shape).toEqual([3, 1, 2, 1]);
  expectClose(x, (await pairOf("cosine", "noise", [0.1, 0.5, 0.7])).x);
});
