import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";
import {frechetDistance} from "../../../../lib/metrics/frechet-distance.js";
import {mapEigen, symmetricEigen} from "../../../../lib/metrics/symmetric-eigen.js";

type Matrix = readonly (readonly number[])[];

interface Gaussian {
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => row.map((_, j) => sum(row.map((value, k) => value * b[k]![j]!))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function trace(matrix: Matrix): number {
  return sum(matrix.map((row, i) => row[i]!));
}

function scaled(matrix: Matrix, factor: number): number[][] {
  return matrix.map((row) => row.map((value) => value * factor));
}

function lengthOf(matrix: Matrix): number {
  return Math.sqrt(sum(matrix.flat().map((value) => value * value)));
}

/** f of a symmetric matrix: its eigenvalues are those of the matrix, by f. */
function mapped(matrix: Matrix, f: (value: number) => number): number[][] {
  const d = matrix.length;
  const flat = mapEigen(symmetricEigen(Float64Array.from(matrix.flat()), d), f);
  return Array.from({length: d}, (_, i) => [...flat.subarray(i * d, (i + 1) * d)]);
}

/** (A B)^½ = A^½ (A^½ B A^½)^½ A^-½ */
function rootOfProduct(a: Matrix, b: Matrix): number[][] {
  const root = mapped(a, Math.sqrt);
  const inner = mapped(product(product(root, b), root), Math.sqrt);
  return product(
    product(root, inner),
    mapped(a, (value) => 1 / Math.sqrt(value)),
  );
}

/** Symmetric, with eigenvalues of at least a half. */
function drawCovariance(draw: Draw, size: number): number[][] {
  const some = draw.matrix(size, size, -1, 1);
  const turned = some.map((_, i) => some.map((row) => row[i]!));
  return product(some, turned).map((row, i) => row.map((value, j) => value + (i === j ? 0.5 : 0)));
}

function gaussian(mean: number[], covariance: number[][]): Gaussian {
  return {mean, covariance};
}

function distanceOf(a: Gaussian, b: Gaussian): number {
  const [one, other] = [a, b].map(({mean, covariance}) => ({
    count: 2,
    mean: Float64Array.from(mean),
    covariance: Float64Array.from(covariance.flat()),
  }));
  return frechetDistance(one!, other!);
}

const rule =
  "the product of your root with itself must be the matrix. Begin with the matrix divided by its length and with the identity, go twenty rounds, and multiply Y by the root of the length.";

function rootMistakes(matrix: Matrix, root: Matrix) {
  const length = lengthOf(matrix);
  return [
    {
      value: matrix.map((row) => row.map((value) => Math.sign(value) * Math.sqrt(Math.abs(value)))),
      advice:
        "this has the root of each entry. Multiply it by itself, row by column: it is not the matrix.",
    },
    {
      value: scaled(root, 1 / Math.sqrt(length)),
      advice:
        "this is the root of the divided matrix. Multiply it by the root of the length that you divided by.",
    },
    {
      value: scaled(root, Math.sqrt(length)),
      advice: "multiply by the root of the length at the end, not by the length itself.",
    },
    {value: scaled(root, -1), advice: "this is the other root: its eigenvalues are below 0."},
    {
      value: matrix.map((row) => row.map((value) => value / 2)),
      advice: "half of a matrix is not its root: multiply it by itself and see.",
    },
  ];
}

export const tests = [
  property(
    "root",
    "times itself is the matrix, for a symmetric one",
    3,
    (draw) => drawCovariance(draw, draw.size(1, 2, 4)),
    async (matrix, {call, check}) => {
      const root = mapped(matrix, Math.sqrt);
      check.close(await call("rootOf", matrix), root, {
        advice: rule,
        overflow: "the rounds ran away: divide the matrix by its length first.",
        mistakes: rootMistakes(matrix, root),
      });
    },
  ),
  property(
    "root",
    "times itself is the matrix, for a product of two",
    2,
    (draw) => {
      const size = draw.size(1, 2, 3);
      return {a: drawCovariance(draw, size), b: drawCovariance(draw, size)};
    },
    async ({a, b}, {call, check}) => {
      const [matrix, root] = [product(a, b), rootOfProduct(a, b)];
      check.close(await call("rootOf", matrix), root, {
        advice: `this matrix is not symmetric: ${rule}`,
        overflow: "the rounds ran away: divide the matrix by its length first.",
        mistakes: rootMistakes(matrix, root),
      });
    },
  ),
  property(
    "distance",
    "is that of centres and shapes",
    4,
    (draw) => {
      const size = draw.size(1, 2, 4);
      const one = () => gaussian(draw.numbers(size, -2, 2), drawCovariance(draw, size));
      return {real: one(), made: one()};
    },
    async ({real, made}, {call, check}) => {
      const right = distanceOf(real, made);
      const centres = sum(real.mean.map((value, i) => (value - made.mean[i]!) ** 2));
      const traces = trace(real.covariance) + trace(made.covariance);
      const [a, b] = [real.covariance, made.covariance];
      const both = product(a, b);
      const root = trace(rootOfProduct(a, b));
      const ofEach = trace(product(mapped(a, Math.sqrt), mapped(b, Math.sqrt)));
      check.close(await call("frechetDistance", real, made), right, {
        advice:
          "the squared differences of the means, added up, and both traces, less twice the trace of the root of the product.",
        mistakes: [
          {
            value: centres + traces - 2 * trace(both),
            advice: "this takes the trace of the product itself. It is its root that counts.",
          },
          {
            value: centres + traces - 2 * ofEach,
            advice:
              "this multiplies the roots of the two covariances. Multiply first, then take the root of the product.",
          },
          {value: centres + traces - root, advice: "the root of the product counts twice."},
          {
            value: Math.sqrt(centres) + traces - 2 * root,
            advice: "the distance of the centres is squared.",
          },
          {value: centres, advice: "these are the centres alone. The shapes count, too."},
          {
            value: traces - 2 * root,
            advice: "these are the shapes alone. The centres count, too.",
          },
          {
            value: Math.sqrt(Math.max(0, right)),
            advice: "this is the root of the distance. It is left as it is: a square.",
          },
        ],
      });
    },
  ),
];
