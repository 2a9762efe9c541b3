import {beforeAll, expect, test} from "vitest";
import {gramMatrix} from "../../../lib/models/gram-matrix.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/style.json" with {type: "json"};
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

test("it is NumPy's, symmetric, and forgets where features are", () => {
  for (const [i, {data, shape}] of reference.maps.entries()) {
    const grams = tf.tidy(() => {
      const maps = tf.tensor4d(data, shape as [number, number, number, number]);
      return [maps, tf.reverse4d(maps, [1, 2])].map((each) => [...gramMatrix(each).dataSync()]);
    });
    const wanted = reference.grams[i]!;
    const c = wanted.shape[0]!;
    for (const gram of grams)
      for (const [at, value] of gram.entries()) {
        expect(value).toBeCloseTo(wanted.data[at]!, 5);
        expect(value).toBeCloseTo(gram[(at % c) * c + Math.floor(at / c)]!, 6);
      }
  }
});
