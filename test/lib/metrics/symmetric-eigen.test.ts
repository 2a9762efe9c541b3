import {describe, expect, test} from "vitest";
import {mapEigen, symmetricEigen} from "../../../lib/metrics/symmetric-eigen.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/metrics.json" with {type: "json"};

function randomSymmetric(d: number, rank: number, random: Random): Float64Array {
  const factor = Float64Array.from({length: d * rank}, () => random.normal());
  return Float64Array.from({length: d * d}, (_, at) => {
    const [i, j] = [Math.floor(at / d), at % d];
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += factor[i * rank + k]! * factor[j * rank + k]!;
    return sum;
  });
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

describe("symmetricEigen", () => {
  test("finds the eigenvalues of [[2, 1], [1, 2]] by hand: 1 and 3", () => {
    const {values} = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(largestDifference(values.sort(), Float64Array.of(1, 3))).toBeLessThan(1e-15);
  });

  test("agrees with NumPy on an indefinite matrix", () => {
    const {values} = symmetricEigen(Float64Array.from(reference.eigen.matrix), 7);
    const expected = Float64Array.from(reference.eigen.values);
    expect(largestDifference(values.sort(), expected)).toBeLessThan(1e-12);
  });

  test.each([
    [1, 1],
    [3, 3],
    [20, 5],
    [64, 64],
    [64, 30],
  ])("V diag(λ) Vᵀ gives back a %i x %i matrix of rank %i, and VᵀV = 1", (d, rank) => {
    const matrix = randomSymmetric(d, rank, new Random(d + rank));
    const eigen = symmetricEigen(matrix, d);
    const size = Math.max(...matrix);
    expect(
      largestDifference(
        mapEigen(eigen, (value) => value),
        matrix,
      ) / size,
    ).toBeLessThan(1e-13);
    const identity = mapEigen(eigen, () => 1); // V Vᵀ
    for (let i = 0; i < d; i++) identity[i * d + i]! -= 1;
    expect(largestDifference(identity, new Float64Array(d * d))).toBeLessThan(1e-13);
    expect(eigen.values.filter((value) => Math.abs(value) > 1e-10 * size)).toHaveLength(rank);
  });

  test("leaves a diagonal or zero matrix as it is", () => {
    expect(symmetricEigen(new Float64Array(9), 3).values).toEqual(new Float64Array(3));
    const {values, vectors} = symmetricEigen(Float64Array.of(5, 0, 0, -2), 2);
    expect([...values, ...vectors]).toEqual([5, -2, 1, 0, 0, 1]);
  });

  test("refuses NaN and infinity instead of turning for ever", () => {
    expect(() => symmetricEigen(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toThrow(
      "invalid matrix",
    );
  });
});
