import {describe, expect, test} from "vitest";
import {inverse} from "../../../lib/metrics/inverse.js";
import {Random} from "../../../lib/random.js";

describe("inverse", () => {
  test("of two by two by hand", () => {
    const {data} = inverse({data: Float64Array.of(2, 1, 5, 3), size: 2});
    for (const [i, value] of [3, -1, -5, 2].entries()) expect(data[i]).toBeCloseTo(value, 12);
  });

  test("times the matrix is one, also where a pivot is 0", () => {
    const random = new Random(2);
    const size = 6;
    const data = Float64Array.from({length: size * size}, (_, at) =>
      at % (size + 1) === 0 ? 0 : random.normal(),
    );
    const {data: other} = inverse({data, size});
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < size; k++) sum += data[i * size + k]! * other[k * size + j]!;
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 10);
      }
  });

  test("of a matrix without one is refused", () => {
    expect(() => inverse({data: Float64Array.of(1, 2, 2, 4), size: 2})).toThrow(
      "invalid matrix: column 2 depends on those before it",
    );
  });
});
