import {beforeAll, expect, test} from "vitest";
import {gramMatrix} from "../../../lib/models/gram-matrix.js";
import {relativeDistance, totalVariation} from "../../../lib/models/style-losses.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/style.json" with {type: "json"};
import {startWasm} from "../../wasm.js";

interface Listed {
  readonly data: readonly number[];
  readonly shape: readonly number[];
}

beforeAll(startWasm);

const tensorOf = ({data, shape}: Listed) => tf.tensor([...data], [...shape]);
const numberOf = (of: () => tf.Scalar) => tf.tidy(() => of().dataSync()[0]!);

test("the distance of Gram matrices is NumPy's, 0 from themselves and 1 from nothing", () => {
  const distance = (of: (gram: tf.Tensor, i: number) => tf.Tensor) =>
    numberOf(() => {
      const wanted = reference.others.map((each) => gramMatrix(tensorOf(each)));
      return relativeDistance(wanted.map(of), wanted);
    });
  expect(distance((_, i) => gramMatrix(tensorOf(reference.maps[i]!)))).toBeCloseTo(
    reference.distance,
    5,
  );
  expect(distance((gram) => gram)).toBe(0);
  expect(distance((gram) => tf.zerosLike(gram))).toBeCloseTo(1, 5);
});

test("maps that are 0 everywhere are no distance away from themselves", () => {
  const none = () => [tf.zeros([1, 2, 2, 3])];
  expect(numberOf(() => relativeDistance(none(), none()))).toBe(0);
});

test("the total variation is NumPy's, and 0 of one colour", () => {
  const variation = (picture: Listed) =>
    numberOf(() => totalVariation(tensorOf(picture) as tf.Tensor4D));
  expect(variation(reference.picture)).toBeCloseTo(reference.variation, 5);
  expect(variation({data: Array(27).fill(0.3), shape: [1, 3, 3, 3]})).toBe(0);
});
