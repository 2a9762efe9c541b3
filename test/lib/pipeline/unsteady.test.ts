import {expect, test} from "vitest";
import {unsteadily} from "../../../lib/pipeline/unsteady.js";
import {Random} from "../../../lib/random.js";

const side = 9;
const still = {turn: 0, stretch: 0, shift: 0};
/** White where the middle is. */
const dot = Float32Array.from({length: side * side}, (_, i) => (i === 40 ? 1 : -1));

const massOf = (picture: Float32Array) => {
  let [mass, x, y] = [0, 0, 0];
  for (const [i, value] of picture.entries()) {
    mass += value + 1;
    x += (value + 1) * (i % side);
    y += (value + 1) * Math.floor(i / side);
  }
  return {x: x / mass - 4, y: y / mass - 4, mass: mass / 2};
};

test("without any unsteadiness a picture stays as it is", () => {
  const picture = new Random(1).normals(side * side);
  expect(unsteadily(picture, side, still, new Random(2))).toEqual(picture);
});

test("a shift moves by at most so many pixels, each way, and keeps the ink", () => {
  const random = new Random(3);
  const places = Array.from({length: 40}, () =>
    massOf(unsteadily(dot, side, {...still, shift: 2}, random)),
  );
  for (const {x, y, mass} of places) {
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(2);
    expect(mass).toBeCloseTo(1, 5);
  }
  for (const axis of ["x", "y"] as const) {
    expect(Math.min(...places.map((place) => place[axis]))).toBeLessThan(-1);
    expect(Math.max(...places.map((place) => place[axis]))).toBeGreaterThan(1);
  }
});

test("a turn leaves the middle, and moves what is far from it", () => {
  const line = Float32Array.from({length: side * side}, (_, i) =>
    i % side === 4 && Math.abs(Math.floor(i / side) - 4) <= 3 ? 1 : -1,
  );
  const turned = unsteadily(line, side, {...still, turn: 0.2}, new Random(5));
  expect(turned[40]).toBeCloseTo(1, 5);
  expect(turned[13]).toBeLessThan(0.9);
  expect(massOf(turned).x).toBeCloseTo(0, 5);
});

test("what comes from outside is black", () => {
  const white = new Float32Array(side * side).fill(1);
  const moved = unsteadily(white, side, {...still, shift: 3}, new Random(8));
  expect(Math.min(...moved)).toBeCloseTo(-1, 5);
  expect(moved[40]).toBeCloseTo(1, 5);
});
