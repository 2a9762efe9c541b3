import {describe, expect, test} from "vitest";
import {addAnswers, addProducts, dualReadout, readoutOf} from "../../../lib/models/kernel-ridge.js";
import reference from "../../reference/ridge.json" with {type: "json"};

type Case = (typeof reference)[number];

/** Columns `from` to `to` of a matrix with `w` of them. */
function columns(values: readonly number[], w: number, from: number, to: number): Float32Array {
  return Float32Array.from(values.filter((_, i) => i % w >= from && i % w < to));
}

/** All features at once, or block by block. */
function solved({n, w, m, k, ridge, features, tested, targets}: Case, edges = [0, w]) {
  const products = new Float64Array(n * n);
  const blocks = edges.slice(1).map((to, i) => [edges[i]!, to] as const);
  for (const [from, to] of blocks) addProducts(products, columns(features, w, from, to), n);
  const dual = dualReadout(products, Float64Array.from(targets), n, ridge || 1e-8);
  const answers = new Float64Array(m * k);
  const readout = blocks.flatMap(([from, to]) => {
    const rows = readoutOf(columns(features, w, from, to), dual, n);
    addAnswers(answers, columns(tested, w, from, to), rows, m);
    return [...rows];
  });
  return {readout, answers: [...answers], dual};
}

function expectClose(found: readonly number[], wanted: readonly number[], digits: number): void {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of found.entries()) expect(value, `${i}`).toBeCloseTo(wanted[i]!, digits);
}

describe.each(reference)("$n samples, $w features, a ridge of $ridge", (given) => {
  // A ridge of 0 stands for the least squares of smallest norm, which a small one nears.
  const digits = given.ridge === 0 ? 6 : 10;

  test("has NumPy's readout and answers", () => {
    const {readout, answers} = solved(given);
    expectClose(readout, given.readout, digits);
    expectClose(answers, given.answers, digits);
  });

  test("has the same, block by block", () => {
    const whole = solved(given);
    const parted = solved(given, [0, 1, given.w]);
    expectClose(parted.readout, whole.readout, digits);
    expectClose(parted.answers, whole.answers, digits);
  });

  test("fits its samples but for the ridge's share", () => {
    const {n, k, w, ridge, features, targets} = given;
    const {readout, dual} = solved(given);
    const fitted = new Float64Array(n * k);
    addAnswers(fitted, Float32Array.from(features), Float64Array.from(readout), n);
    const left = [...fitted].map((value, i) => targets[i]! - value);
    if (ridge > 0)
      expectClose(
        left,
        [...dual].map((value) => ridge * value),
        10,
      );
    else if (w >= n)
      expectClose(
        left,
        left.map(() => 0),
        6,
      );
  });
});

test("without a ridge, or where samples are the same, it says what is wrong", () => {
  const targets = Float64Array.of(1, 2);
  for (const ridge of [0, -1, Number.NaN])
    expect(() => dualReadout(new Float64Array(4), targets, 2, ridge)).toThrow(/invalid ridge/);
  expect(() => dualReadout(Float64Array.of(1, 0, 1, 1), targets, 2, 1e-18)).toThrow(
    /singular: take a larger ridge/,
  );
});
