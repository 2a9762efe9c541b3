import {expect, test} from "vitest";
import {symmetricEigen} from "../../../lib/metrics/symmetric-eigen.js";
import {symmetricEigenvalues} from "../../../lib/metrics/symmetric-eigenvalues.js";
import {Random} from "../../../lib/random.js";

/** A random symmetric matrix, of the rank that is wanted. */
function matrixOf(d: number, rank: number, seed: number): Float64Array {
  const rows = new Random(seed).normals(d * rank);
  return Float64Array.from({length: d * d}, (_, at) => {
    const [i, j] = [Math.floor(at / d), at % d];
    let sum = 0;
    for (let k = 0; k < rank; k++)
      sum += rows[i * rank + k]! * rows[j * rank + k]! * (k % 2 ? -1 : 1);
    return sum;
  });
}

test.each([
  [1, 1],
  [2, 2],
  [7, 7],
  [12, 3],
  [40, 40],
])("of %i by itself and rank %i, they are those of Jacobi's rotations", (d, rank) => {
  const matrix = matrixOf(d, rank, d);
  const [ours, others] = [symmetricEigenvalues(matrix, d), symmetricEigen(matrix, d).values];
  const size = Math.max(...others.map(Math.abs));
  ours.toSorted().forEach((value, k) => {
    expect(Math.abs(value - others.toSorted()[k]!)).toBeLessThan(1e-12 * size);
  });
});

test("a diagonal and an empty matrix are left as they are", () => {
  expect([...symmetricEigenvalues(Float64Array.of(3, 0, 0, -1), 2)].toSorted()).toEqual([-1, 3]);
  expect([...symmetricEigenvalues(new Float64Array(9), 3)]).toEqual([0, 0, 0]);
});

test("refuses what is no number", () => {
  expect(() => symmetricEigenvalues(Float64Array.of(Number.NaN), 1)).toThrow("NaN or infinity");
});
