import {expect, test} from "vitest";
import {guided} from "../../../../lib/models/flow/guidance.js";
import {pathNamed} from "../../../../lib/models/flow/path.js";
import {conversion, convert} from "../../../../lib/models/flow/predictions.js";
import reference from "../../../reference/flow.json" with {type: "json"};
import {expectClose} from "./close.js";

const [withIt, without] = [reference.points, reference.other].map((each) =>
  Float32Array.from(each),
) as [Float32Array, Float32Array];
const conditional = async () => withIt;
const unconditional = async () => without;
const ask = (weight: number) => guided({conditional, unconditional, weight})(withIt, 0.5);

test("the guided prediction is the paper's, whose weight is one less", async () => {
  const {weight, guided: expected} = reference.guidance;
  expectClose(await ask(weight), expected);
  expectClose(
    await ask(0.5),
    withIt.map((value, i) => (value + without[i]!) / 2),
  );
});

test("with a weight of 1 or 0 only one network is asked", async () => {
  const never = async () => {
    throw new Error("asked");
  };
  const only = (weight: number) =>
    guided(
      weight === 1
        ? {conditional, unconditional: never, weight}
        : {conditional: never, unconditional, weight},
    );
  expect(await only(1)(withIt, 0.5)).toBe(withIt);
  expect(await only(0)(withIt, 0.5)).toBe(without);
});

test("it does not matter of what kind the predictions are", async () => {
  const change = conversion("velocity", "clean", pathNamed("cosine"), 0.6);
  const x = Float32Array.from(reference.start.slice(0, 6));
  const asClean = (said: Float32Array) => async () => convert(x, said, change);
  const guidedLater = await guided({
    conditional: asClean(withIt),
    unconditional: asClean(without),
    weight: 3,
  })(x, 0.6);
  expectClose(guidedLater, convert(x, await ask(3), change));
});

test("a weight that is no number is refused", () => {
  expect(() => guided({conditional, unconditional, weight: Number.NaN})).toThrow(
    "invalid guidance weight: NaN (a finite number)",
  );
});
