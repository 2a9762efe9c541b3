/**
 * Einstein's sums on wasm: against sums made one by one (TF.js's cpu back end has some wrong, such as ij,jk->k), and their gradients
 * against finite differences.
 */
import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectClose, expectGradient, normal} from "./checks.js";
import {tolerances} from "./tolerances.js";

beforeAll(startWasm);

/** One side for each letter, no two alike. */
const sides: Readonly<Record<string, number>> = {b: 2, h: 4, i: 3, j: 5, k: 7, l: 6};

function operandsOf(equation: string): tf.Tensor[] {
  const random = new Random(3);
  const terms = equation.replaceAll(" ", "").split("->")[0]!.split(",");
  return terms.map((term) =>
    normal(
      [...term].map((label) => sides[label]!),
      random,
    ),
  );
}

/** By the sum itself: over all values of all letters. */
function oneByOne(equation: string, operands: readonly tf.Tensor[]): number[] {
  const [left, output] = equation.replaceAll(" ", "").split("->") as [string, string];
  const terms = left.split(",");
  const letters = [...new Set(left.replaceAll(",", ""))];
  const values = operands.map((operand) => operand.dataSync());
  const sizeOf = (term: string) => [...term].reduce((size, label) => size * sides[label]!, 1);
  const y = Array.from({length: sizeOf(output)}, () => 0);
  const place = (term: string, at: Readonly<Record<string, number>>) =>
    [...term].reduce((index, label) => index * sides[label]! + at[label]!, 0);
  for (let i = 0; i < sizeOf(letters.join("")); i++) {
    const at: Record<string, number> = {};
    let rest = i;
    for (const label of letters) {
      at[label] = rest % sides[label]!;
      rest = Math.floor(rest / sides[label]!);
    }
    y[place(output, at)]! += terms.reduce((all, term, j) => all * values[j]![place(term, at)]!, 1);
  }
  return y;
}

const equations = [
  "ij,jk->ik",
  "ij,kj->ki",
  "bij,bjk->bik",
  "bihl,bjhl->bhij",
  "bhij, bjhl -> bihl",
  "ij,kl->iklj",
  "i,i->",
  "i,j->ji",
  "ij,ij->ij",
  "ij,ij->j",
  "ij,jk->k",
  "ijk,l->ij",
  "ij->ji",
  "ij->",
  "ijk->ki",
  "ij,->ji",
];

describe.each(equations)("%s", (equation) => {
  test("is the sum", async () => {
    const operands = operandsOf(equation);
    const y = await tf.einsum(equation, ...operands).data();
    expectClose(y, oneByOne(equation, operands), tolerances.cpu);
  });

  test("has its gradient", () =>
    expectGradient((...operands) => tf.einsum(equation, ...operands), operandsOf(equation), 5));
});

test("whole numbers stay whole", async () => {
  const [a, b] = [tf.tensor2d([1, 2, 3, 4], [2, 2], "int32"), tf.tensor1d([5, -6], "int32")];
  const y = tf.einsum("ij,j->i", a, b);
  expect([y.dtype, ...(await y.data())]).toEqual(["int32", -7, -9]);
});

test.each([
  ["ij,jk", [2, 2], /without an arrow/i],
  ["ii->i", [2, 2], /duplicate axes/],
  ["ij->ii", [2, 2], /ij->ii names an axis of the result twice/],
  ["ijk->i", [2, 2], /ijk->i has 3 axes where a tensor has \[2,2\]/],
  ["ij->k", [2, 2], /label k/],
] as const)("%s is refused", (equation, shape, message) => {
  const x = tf.ones([...shape]);
  expect(() => tf.einsum(equation, ...(equation.includes(",") ? [x, x] : [x]))).toThrow(message);
});

test("sides that differ are refused", () => {
  expect(() => tf.einsum("ij,jk->ik", tf.ones([2, 3]), tf.ones([4, 2]))).toThrow(
    /Expected dimension 3 at axis 0/,
  );
});
