import {expect, test} from "vitest";
import {pathPlane} from "../../../lib/metrics/path-plane.js";
import reference from "../../reference/path-plane.json" with {type: "json"};

const path = reference.path.map((place) => Float32Array.from(place));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

test("is the plane of NumPy's singular vectors", () => {
  const {places, shares, centre} = pathPlane(path);
  expect(places.length).toBe(2 * path.length);
  for (const [i, value] of reference.places.entries()) expect(places[i]).toBeCloseTo(value, 6);
  expect([...places.slice(-2)]).toEqual([0, 0]);
  for (const [i, share] of reference.shares.entries()) expect(shares[i]).toBeCloseTo(share, 8);
  expect(centre).toEqual(path.at(-1));
});

test("its directions have length 1 and stand upright on each other, with the start to the left and above", () => {
  const {across, up, places} = pathPlane(path);
  expect(dot(across, across)).toBeCloseTo(1, 10);
  expect(dot(up, up)).toBeCloseTo(1, 10);
  expect(dot(across, up)).toBeCloseTo(0, 10);
  expect(places[0]).toBeLessThan(0);
  expect(places[1]).toBeGreaterThan(0);
});

test("a path in a plane lies in it wholly", () => {
  const flat = [
    [0, 0, 0],
    [1, 0, 1],
    [1, 2, 1],
    [3, 2, 3],
  ].map((place) => Float32Array.from(place));
  const {places, shares} = pathPlane(flat);
  expect(shares[0] + shares[1]).toBeCloseTo(1, 10);
  for (const [i, place] of flat.entries()) {
    const far = place.map((w, j) => w - flat.at(-1)![j]!);
    expect(Math.hypot(places[2 * i]!, places[2 * i + 1]!)).toBeCloseTo(Math.sqrt(dot(far, far)), 6);
  }
});

test("refuses a path without a plane, in words", () => {
  const line = [0, 1, 2, 5].map((t) => Float32Array.of(t, 2 * t));
  expect(() => pathPlane(line)).toThrow("the path does not leave a straight line");
  expect(() => pathPlane(line.slice(0, 2))).toThrow("too short a path: 2 places (3 or more)");
  const lost = [Float32Array.of(0, 0), Float32Array.of(Number.NaN, 1), Float32Array.of(1, 3)];
  expect(() => pathPlane(lost)).toThrow(RangeError);
});
