import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {orthonormal, swappedCode} from "../../../lib/models/swapped-code.js";
import {Random} from "../../../lib/random.js";

const reference = JSON.parse(
  readFileSync(new URL("../../reference/face-swap.json", import.meta.url), "utf8"),
);
const row = (values: readonly number[]) => Float32Array.from(values);
const [face, picture] = [row(reference.face), row(reference.picture)];
const stays: Float32Array[] = reference.stays.map(row);
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, j) => sum + value * b[j]!, 0);

test("is what NumPy's projector makes of the same codes", () => {
  const made = swappedCode(face, picture, stays);
  for (const [j, value] of made.entries()) expect(value).toBeCloseTo(reference.made[j], 5);
});

test("a direction that others span adds none", () => {
  const basis = orthonormal(stays, face.length);
  expect(basis).toHaveLength(reference.rank);
  for (const [i, a] of basis.entries())
    for (const [k, b] of basis.entries()) expect(dot(a, b)).toBeCloseTo(i === k ? 1 : 0, 12);
});

test("along what stays it is the picture, and across it the face", () => {
  const made = swappedCode(face, picture, stays.slice(0, 1));
  expect(dot(made, stays[0]!)).toBeCloseTo(dot(picture, stays[0]!), 5);
  const across = stays[1]!.map(
    (value, j) => value - (dot(stays[1]!, stays[0]!) / dot(stays[0]!, stays[0]!)) * stays[0]![j]!,
  );
  expect(dot(made, across)).toBeCloseTo(dot(face, across), 5);
});

test("where nothing stays it is the face, and where all does the picture", () => {
  expect([...swappedCode(face, picture, [])]).toEqual([...face]);
  const units = Array.from(face, (_, j) => face.map((_, k) => (k === j ? 2 : 0)));
  for (const [j, value] of swappedCode(face, picture, units).entries())
    expect(value).toBeCloseTo(picture[j]!, 6);
});

test("codes of independent normal numbers give such a code: none of its numbers is wider, and no two go together", () => {
  const random = new Random(3);
  const n = 20_000;
  const d = 3;
  const axis = Float32Array.of(1, 2, -1);
  const sums = new Float64Array(d * d);
  for (let i = 0; i < n; i++) {
    const made = swappedCode(random.normals(d), random.normals(d), [axis]);
    for (let k = 0; k < d * d; k++) sums[k]! += made[Math.floor(k / d)]! * made[k % d]!;
  }
  // Four standard errors: √2 / √n of a square's mean, 1 / √n of a product's.
  for (const [k, sum] of sums.entries())
    expect(Math.abs(sum / n - Number(k % (d + 1) === 0))).toBeLessThan(
      (4 * Math.SQRT2) / Math.sqrt(n),
    );
});

test("sizes that differ are named", () => {
  expect(() => swappedCode(face, face.slice(1), [])).toThrow(
    "sizes differ: 5 and 4 latent numbers",
  );
  expect(() => swappedCode(face, face, [row([1])])).toThrow("invalid direction: 1 numbers (5)");
});
